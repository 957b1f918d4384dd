package uk.referralline.sandbox;

/** A webhook that Twilio would have given up on, with its error code. */
final class WebhookFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;

    WebhookFailed(int code, String what) {
        super(what);
        this.code = code;
    }

    int code() {
        return code;
    }
}
