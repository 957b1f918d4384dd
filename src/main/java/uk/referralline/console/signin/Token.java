package uk.referralline.console.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** 256 random bits that a browser has as a cookie. It does not print. */
public record Token(String value) {
    private static final String FORM = "[A-Za-z0-9_-]{43}";

    public Token {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("not a token");
        }
    }

    public static Token random(RandomGenerator chance) {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What a browser sent, unless it cannot be one of ours. */
    public static Optional<Token> sent(String cookie) {
        return Optional.ofNullable(cookie).filter(each -> each.matches(FORM)).map(Token::new);
    }

    /** What tables have in its place. */
    public Hashed hashed() {
        return Hashed.of(value);
    }

    /** What this browser's forms carry, to show that they came from a page of ours. */
    public String formToken() {
        return Hashed.of("form " + value).hex();
    }

    /** Whether a form came from a page that this browser was given; takes the same time for every wrong one. */
    public boolean fits(String formToken) {
        return MessageDigest.isEqual(bytes(formToken()), bytes(formToken));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
