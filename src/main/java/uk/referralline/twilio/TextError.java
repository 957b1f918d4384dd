package uk.referralline.twilio;

import static uk.referralline.sms.Sending.RefusalKind.CONFIGURATION;
import static uk.referralline.sms.Sending.RefusalKind.OPTED_OUT;
import static uk.referralline.sms.Sending.RefusalKind.PERMANENT;

import java.util.Arrays;
import java.util.Optional;
import uk.referralline.sms.Sending.RefusalKind;

/**
 * Twilio's error codes for texts that we know (Twilio's "Error and Warning Dictionary"), and what they mean to us. Those
 * from 30000 come with a status, the others with an answer. Any other code is as good as "never again".
 */
public enum TextError {
    WRONG_CREDENTIALS(20003, CONFIGURATION, "Twilio does not accept our credentials."),
    NO_SUCH_ACCOUNT(20404, CONFIGURATION, "Twilio does not know our account."),
    NOT_A_NUMBER(21211, PERMANENT, "The number is not valid."),
    COUNTRY_SWITCHED_OFF(21408, CONFIGURATION, "Texts to that country are switched off in our account."),
    NO_BODY(21602, PERMANENT, "The text had no words."),
    NO_SENDER(21603, CONFIGURATION, "The text had no sender."),
    SENDER_CANNOT_TEXT(21606, CONFIGURATION, "Our sender cannot send texts."),
    TRIAL_ACCOUNT(21608, CONFIGURATION, "Our account is a trial and may not text that number."),
    STOPPED(21610, OPTED_OUT, "The person stopped our texts."),
    SENDER_NOT_FOR_NUMBER(21612, CONFIGURATION, "Our sender cannot reach that number."),
    NOT_A_MOBILE(21614, PERMANENT, "The number is not a mobile."),
    TOO_LONG(21617, PERMANENT, "The text was too long."),
    LANDLINE(21635, PERMANENT, "The number is a landline."),
    SENDER_NOT_OURS(21660, CONFIGURATION, "Our sender belongs to another account."),
    QUEUE_FULL(30001, PERMANENT, "Too many texts were waiting."),
    ACCOUNT_SUSPENDED(30002, CONFIGURATION, "Our account is suspended."),
    UNREACHABLE(30003, PERMANENT, "The phone could not be reached."),
    BLOCKED(30004, PERMANENT, "The text was blocked."),
    UNKNOWN_PHONE(30005, PERMANENT, "The network does not know the phone."),
    UNREACHABLE_NETWORK(30006, PERMANENT, "The number is a landline, or its network takes no texts."),
    FILTERED(30007, PERMANENT, "The network filtered the text out."),
    UNEXPLAINED(30008, PERMANENT, "The network gave no reason."),
    SENDER_NOT_REGISTERED(30034, CONFIGURATION, "Our sender is not registered."),
    TOO_LATE(30036, PERMANENT, "The text could not be delivered in time."),
    TAKEN_FOR_FRAUD(30450, CONFIGURATION, "Twilio took the text for fraud.");

    private final int code;
    private final RefusalKind kind;
    private final String sentence;

    TextError(int code, RefusalKind kind, String sentence) {
        this.code = code;
        this.kind = kind;
        this.sentence = sentence;
    }

    public static Optional<TextError> of(int code) {
        return Arrays.stream(values()).filter(error -> error.code == code).findFirst();
    }

    public int code() {
        return code;
    }

    /** Whose it is to mend, if anybody's. */
    public RefusalKind kind() {
        return kind;
    }

    /** For an advocate: what happened, without a number. */
    public String sentence() {
        return sentence;
    }
}
