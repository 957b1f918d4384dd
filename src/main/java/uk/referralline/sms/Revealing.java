package uk.referralline.sms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that would tell whoever reads a neutral text over a shoulder what it is about. */
record Revealing(List<Pattern> words) {
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(mental\\w*|\\w*health\\w*|hospital\\w*|wards?|section\\w*|advoca\\w*|IMHAs?|NHS|referr\\w*"
                    + "|cris[ei]s|doctor\\w*|\\w*patient\\w*|tribunal\\w*|appointment\\w*|nurs\\w*|psych\\w*|detain\\w*"
                    + "|detention|care|therap\\w*|medic\\w*|treatment\\w*|clinic\\w*|surgery|GP|consultant\\w*|discharge\\w*"
                    + "|diagnos\\w*|unwell|ill|illness\\w*|suicid\\w*|self-harm\\w*|counsel\\w*|solicitor\\w*|lawyer\\w*"
                    + "|legal\\w*|rights|(social|support) workers?|helpline|confidential\\w*|VoiceAbility|www|https?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Names and addresses, which tell as much in any language; an English word may be an innocent one elsewhere. */
    private static final Pattern ANYWHERE =
            Pattern.compile("\\b(IMHAs?|NHS|psych\\w*|VoiceAbility|www|https?)\\b", Pattern.CASE_INSENSITIVE);

    private static final int ANY_CASE =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /**
     * @param english whether the texts are
     * @param own the file's own words; {@code *} stands for any letters
     */
    static Revealing of(boolean english, List<String> own) {
        List<Pattern> words = new ArrayList<>(List.of(english ? ENGLISH : ANYWHERE));
        own.stream().filter(word -> !word.isBlank()).map(Revealing::pattern).forEach(words::add);
        return new Revealing(List.copyOf(words));
    }

    private static Pattern pattern(String word) {
        String letters = Arrays.stream(Gsm7.plain(word).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\w*"));
        return Pattern.compile("\\b" + letters + "\\b", ANY_CASE);
    }

    /** Those that are in the text, with or without the marks on their letters. */
    List<String> in(String text) {
        String plain = Gsm7.plain(text);
        return words.stream()
                .flatMap(word -> word.matcher(plain).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
