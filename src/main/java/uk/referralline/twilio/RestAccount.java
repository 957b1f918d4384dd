package uk.referralline.twilio;

/**
 * The account that texts are sent from.
 *
 * @param user an API key, or the account's own id
 * @param secret of the key, or an auth token
 * @param url of Twilio's REST API, without a slash at its end
 */
public record RestAccount(String sid, String user, String secret, String url) {

    /** Never prints a secret. */
    @Override
    public String toString() {
        return "RestAccount[" + sid + "]";
    }
}
