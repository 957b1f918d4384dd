package uk.referralline.sms;

import java.util.stream.IntStream;

/** The alphabet of a plain text (3GPP TS 23.038): 160 letters a segment, of which some count twice. */
final class Gsm7 {
    static final int SEGMENT = 160;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String TWICE = "^{}\\[~]|€\f";

    private Gsm7() {}

    /** How much of a segment the text takes. */
    static int septets(String text) {
        return text.chars().map(letter -> TWICE.indexOf(letter) >= 0 ? 2 : 1).sum();
    }

    /** The letters that no plain text can hold. */
    static IntStream foreign(String text) {
        return text.codePoints()
                .filter(letter -> BASIC.indexOf(letter) < 0 && TWICE.indexOf(letter) < 0)
                .distinct();
    }
}
