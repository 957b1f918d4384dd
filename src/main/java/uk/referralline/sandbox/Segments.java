package uk.referralline.sandbox;

/** How many segments a text takes: 160 letters of GSM 03.38, or 70 of UCS-2; a little less each when there are more. */
final class Segments {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private Segments() {}

    static int of(String body) {
        boolean gsm = body.chars().allMatch(letter -> BASIC.indexOf(letter) >= 0 || EXTENDED.indexOf(letter) >= 0);
        if (!gsm) {
            return count(body.length(), 70, 67);
        }
        int escaped = (int)
                body.chars().filter(letter -> EXTENDED.indexOf(letter) >= 0).count();
        return count(body.length() + escaped, 160, 153);
    }

    private static int count(int length, int alone, int each) {
        return length <= alone ? 1 : (length + each - 1) / each;
    }
}
