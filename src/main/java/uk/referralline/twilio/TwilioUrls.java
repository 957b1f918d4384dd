package uk.referralline.twilio;

import java.util.UUID;
import uk.referralline.call.Leg;

/**
 * The addresses that Twilio calls: absolute, on the public URL, free of personal data and of characters that need escaping.
 *
 * @param base the public URL without a slash at its end
 * @param account the account's address in the REST API, without a slash at its end: where its recordings are
 */
public record TwilioUrls(String base, String account) {

    public TwilioUrls {
        if (base.endsWith("/") || account.endsWith("/")) {
            throw new IllegalArgumentException("a base URL ends with a slash");
        }
    }

    /** @param api the REST API's base URL, without a slash at its end */
    public static TwilioUrls of(String base, String api, String accountSid) {
        return new TwilioUrls(base, api + "/2010-04-01/Accounts/" + accountSid);
    }

    /** A caller's own recording, for that caller to hear again. Twilio fetches it from itself. */
    public String media(String recordingSid) {
        return account + "/Recordings/" + recordingSid + ".wav";
    }

    /**
     * A recorded prompt. A version's hash is over its recordings too, so one that is changed has another address, and what is
     * at an address never changes.
     *
     * @param script the hash of the version that has it
     * @param file such as {@code ti-ER/welcome.mp3}
     */
    public String audio(String script, String file) {
        return base + "/audio/" + script + "/" + file;
    }

    public String incoming() {
        return base + "/voice/incoming";
    }

    /** Where the caller's answer goes: the turn's number, and nothing else. */
    public String turn(int n) {
        return base + "/voice/turn/" + n;
    }

    /** What a phone that rings for a caller says when it is picked up. */
    public String whisper(Leg leg) {
        return base + "/voice/whisper/" + path(leg);
    }

    /** Where the key goes that takes the call. */
    public String take(Leg leg) {
        return base + "/voice/take/" + path(leg);
    }

    /** The call's id, the turn, and the phone's place among those that ring: nothing that tells of anybody. */
    private static String path(Leg leg) {
        return leg.call() + "/" + leg.turn() + "/" + leg.phone();
    }

    public String recording() {
        return base + "/voice/recording";
    }

    public String callStatus() {
        return base + "/voice/status";
    }

    public String fallback() {
        return base + "/voice/fallback";
    }

    /** Where a caller goes on after a failure of ours. @param failures how many there have been in a row */
    public String resume(int failures) {
        return base + "/voice/resume/" + failures;
    }

    /** Where news of a text goes: our own id of it settles whether it was taken, even when its answer got lost. */
    public String textStatus(UUID id) {
        return base + "/sms/status/" + id;
    }

    public String incomingText() {
        return base + "/sms/incoming";
    }
}
