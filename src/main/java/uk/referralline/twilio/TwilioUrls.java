package uk.referralline.twilio;

/**
 * The addresses that Twilio calls: absolute, on the public URL, free of personal data and of characters that need escaping.
 *
 * @param base the public URL without a slash at its end
 */
public record TwilioUrls(String base) {

    public TwilioUrls {
        if (base.endsWith("/")) {
            throw new IllegalArgumentException("the base URL ends with a slash");
        }
    }

    public String incoming() {
        return base + "/voice/incoming";
    }

    /** Where the caller's answer goes: the turn's number, and nothing else. */
    public String turn(int n) {
        return base + "/voice/turn/" + n;
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

    public String incomingText() {
        return base + "/sms/incoming";
    }
}
