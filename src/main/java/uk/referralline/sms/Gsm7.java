package uk.referralline.sms;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The alphabet in which a text of 160 characters is one message (GSM 03.38, 3GPP TS 23.038 §6.2.1). */
public final class Gsm7 {

    /** What fits into one message. */
    public static final int SEGMENT = 160;

    /** What fits into one message with any character that is not in this alphabet: it is sent in UCS-2. */
    public static final int UCS2_SEGMENT = 70;

    /** Letters whose mark Unicode counts as a part of the letter itself. */
    private static final Map<Character, Character> WHOLE =
            Map.of('ł', 'l', 'Ł', 'L', 'đ', 'd', 'Đ', 'D', 'ħ', 'h', 'Ħ', 'H', 'ı', 'i');

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each is sent as an escape and a character. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private Gsm7() {}

    /**
     * How much of a message this takes: one for a character of the alphabet, two for one of its extension.
     *
     * @throws IllegalArgumentException when a character is in neither
     */
    public static int septets(String text) {
        if (!outside(text).isEmpty()) {
            throw new IllegalArgumentException("a character outside GSM-7");
        }
        return text.chars().map(each -> EXTENSION.indexOf(each) < 0 ? 1 : 2).sum();
    }

    /** The characters outside the alphabet, each once, in the text's order. */
    public static String outside(String text) {
        return text.codePoints()
                .filter(each -> BASIC.indexOf(each) < 0 && EXTENSION.indexOf(each) < 0)
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** With letters that are not in the alphabet written without their marks, as people do in texts: {@code piatek}. */
    public static String plain(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(each -> outside(each).isEmpty() ? each : bare(each))
                .collect(Collectors.joining());
    }

    private static String bare(String letter) {
        Character whole = letter.length() == 1 ? WHOLE.get(letter.charAt(0)) : null;
        if (whole != null) {
            return whole.toString();
        }
        return MARKS.matcher(Normalizer.normalize(letter, Normalizer.Form.NFD)).replaceAll("");
    }
}
