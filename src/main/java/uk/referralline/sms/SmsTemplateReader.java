package uk.referralline.sms;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.referralline.yaml.Entry;

/** Reads one text and notes everything that is wrong with it. */
final class SmsTemplateReader {

    /** No time of a day is written longer. */
    static final String LONGEST_TIME = "10:30am";
    /** No day of any year is written longer. */
    static final String LONGEST_DAY = "Wednesday 30 September";

    private static final String REFERENCE = "12 34 56 7";
    private static final int LONGEST_USE_IN_HOURS = 7 * 24;
    private static final Pattern REVEALING = Pattern.compile(
            "\\b(mental\\w*|\\w*health\\w*|hospital\\w*|wards?|section\\w*|advoca\\w*|IMHAs?|NHS|referr\\w*"
                    + "|cris[ei]s|doctor\\w*|\\w*patient\\w*|tribunal\\w*|appointment\\w*|nurs\\w*|psych\\w*|detain\\w*"
                    + "|detention|care|therap\\w*|medic\\w*|treatment\\w*|clinic\\w*|surgery|GP|consultant\\w*|discharge\\w*"
                    + "|diagnos\\w*|unwell|ill|illness\\w*|suicid\\w*|self-harm\\w*|counsel\\w*|solicitor\\w*|lawyer\\w*"
                    + "|legal\\w*|rights|(social|support) workers?|helpline|confidential\\w*|VoiceAbility|www|https?)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, String> longest;

    SmsTemplateReader(String lineNumberWritten) {
        this.longest =
                Map.of("time", LONGEST_TIME, "day", LONGEST_DAY, "line", lineNumberWritten, "reference", REFERENCE);
    }

    /** Empty only when a fault was noted. */
    Optional<SmsTemplate> read(String name, Entry entry) {
        entry.onlyKeys("body", "neutral", "when", "useless-after-hours");
        if (!entry.isMap()) {
            entry.fault("Expected \"name: value\" lines here.");
            return Optional.empty();
        }
        Optional<Entry> words = entry.required("body").map(body -> body.named(name));
        Optional<String> body = words.flatMap(each -> each.value("the words of the text", String::strip));
        Optional<Boolean> neutral = yesNo(entry.required("neutral"));
        Optional<String> when =
                entry.required("when").flatMap(each -> each.named(name).oneOf(List.of("at-once", "daytime")));
        Optional<Integer> hours = entry.required("useless-after-hours")
                .flatMap(each -> each.named(name).number(1, LONGEST_USE_IN_HOURS));
        body.ifPresent(text -> check(words.get(), text, neutral.orElse(false)));
        if (body.isEmpty() || when.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        boolean atOnce = when.get().equals("at-once");
        return Optional.of(new SmsTemplate(name, body.get(), atOnce, Duration.ofHours(hours.get())));
    }

    private static Optional<Boolean> yesNo(Optional<Entry> entry) {
        return entry.flatMap(each -> each.oneOf(List.of("yes", "no"))).map("yes"::equals);
    }

    private void check(Entry entry, String body, boolean neutral) {
        SmsTemplate.GAP
                .matcher(body)
                .results()
                .map(gap -> gap.group(1))
                .filter(gap -> !longest.containsKey(gap))
                .distinct()
                .forEach(gap -> entry.fault(
                        "\"{%s}\" is not known here; it can be {day}, {line}, {reference}, {time}.".formatted(gap)));
        if (SmsTemplate.GAP.matcher(body).replaceAll("").matches("(?s).*[{}].*")) {
            entry.fault("There is a \"{\" or \"}\" without its other half.");
        }
        checkLength(entry, body);
        if (neutral) {
            REVEALING
                    .matcher(body)
                    .results()
                    .forEach(found -> entry.fault("A neutral text must not say \"%s\": it tells what the text is about."
                            .formatted(found.group())));
        }
    }

    private void checkLength(Entry entry, String body) {
        String outside = Gsm7.outside(body);
        if (!outside.isEmpty()) {
            entry.fault("\"%s\" is not in the alphabet of plain texts; write it in another way.".formatted(outside));
            return;
        }
        String filled = SmsTemplate.GAP
                .matcher(body)
                .replaceAll(gap -> Matcher.quoteReplacement(longest.getOrDefault(gap.group(1), "")));
        int septets = Gsm7.septets(filled);
        if (septets > Gsm7.SEGMENT) {
            entry.fault("With the longest time, day and number this takes %d characters, %d more than one text holds."
                    .formatted(septets, septets - Gsm7.SEGMENT));
        }
    }
}
