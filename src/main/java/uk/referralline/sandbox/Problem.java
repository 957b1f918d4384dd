package uk.referralline.sandbox;

/**
 * Something Twilio would have written into its debugger.
 *
 * @param code Twilio's error code, such as 11200; 0 for what only the sandbox notices
 * @param about the SID of the call, text or recording, or a URL
 */
public record Problem(int code, String about, String what) {

    static final int HTTP_FAILURE = 11200;
    static final int CONNECTION_FAILURE = 11205;
    static final int TOO_LONG = 11750;
    static final int DOES_NOT_PARSE = 12100;
    static final int SCHEMA_WARNING = 12200;
    static final int WRONG_CONTENT_TYPE = 12300;
    static final int NOT_AUDIO = 13420;
    static final int SANDBOX = 0;

    @Override
    public String toString() {
        return code + " " + what + " (" + about + ")";
    }
}
