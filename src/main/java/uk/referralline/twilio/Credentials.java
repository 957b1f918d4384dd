package uk.referralline.twilio;

/** What REST requests are signed in with: an API key and its secret, or the account's SID and token. */
public record Credentials(String accountSid, String user, String secret) {

    /** Never prints a secret. */
    @Override
    public String toString() {
        return "Credentials[" + accountSid + "]";
    }
}
