package uk.referralline.sms;

import java.util.stream.Collectors;

/** The alphabet in which a text of 160 characters is one message (GSM 03.38, 3GPP TS 23.038 §6.2.1). */
public final class Gsm7 {

    /** What fits into one message. */
    public static final int SEGMENT = 160;

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
}
