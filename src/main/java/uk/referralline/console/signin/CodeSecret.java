package uk.referralline.console.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.apache.commons.codec.binary.Base32;

/**
 * What a person's app and we share, so that both know the code of the half minute: 160 random bits, as RFC 4226 asks. It does
 * not print.
 *
 * @param base32 32 letters and digits
 */
public record CodeSecret(String base32) {

    public CodeSecret {
        if (!base32.matches("[A-Z2-7]{32}")) {
            throw new IllegalArgumentException("not a secret of 160 bits in base 32");
        }
    }

    static CodeSecret random(RandomGenerator chance) {
        return new CodeSecret(base32(chance, 20));
    }

    /** Random bytes in capital letters and the digits 2 to 7. */
    static String base32(RandomGenerator chance, int count) {
        byte[] bytes = new byte[count];
        chance.nextBytes(bytes);
        return new Base32().encodeToString(bytes);
    }

    byte[] bytes() {
        return new Base32().decode(base32);
    }

    /** For typing in by hand: groups of four. */
    public String grouped() {
        return grouped(base32, " ");
    }

    static String grouped(String text, String between) {
        return text.replaceAll(".{4}(?=.)", "$0" + between);
    }

    /** What an app reads from a QR code: the address that Google Authenticator began and others follow. */
    public String address(String signIn) {
        String issuer = "Referral%20line";
        String name = URLEncoder.encode(signIn, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + issuer + ":" + name + "?secret=" + base32 + "&issuer=" + issuer;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
