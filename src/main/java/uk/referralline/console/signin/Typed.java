package uk.referralline.console.signin;

/** What somebody typed on the sign-in page. It does not print. */
public record Typed(String signIn, String password) {

    public Typed {
        signIn = signIn.strip().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
