package uk.referralline.console;

import java.util.Map;
import java.util.Optional;
import uk.referralline.sms.TextLog;

/** Texts in the words of the console. */
public final class TextWords {
    private static final Map<String, String> REFUSALS = Map.of(
            "not-a-uk-mobile", "this is not a UK mobile",
            "not-their-own-phone", "this is not the person’s own phone",
            "not-agreed", "the person said no to texts",
            "stopped", "this number asked for no more texts",
            "contact-alert", "contact is not safe",
            "provider-refused", "the phone company did not take it",
            "opted-out", "this number opted out at the phone company",
            "configuration", "our account is not set up for it: tell an administrator",
            "provider-busy", "the phone company was too busy");

    private TextWords() {}

    /** What became of a text. */
    public static String status(TextLog.Sent text) {
        return switch (text.status()) {
            case WAITING -> "waits to be sent";
            case TRYING -> "is being sent";
            case UNKNOWN -> "nobody knows whether it went: we are asking the phone company";
            case LOST -> "probably not sent: the phone company does not know it";
            case ACCEPTED, SCHEDULED, QUEUED, SENDING -> "with the phone company";
            case SENT -> "sent, not yet delivered";
            case DELIVERED -> "delivered";
            case READ -> "read";
            case UNDELIVERED -> "not delivered: the phone is off, full or gone";
            case FAILED -> "not sent: the phone company could not send it";
            case CANCELED -> "not sent: it was taken back";
            case EXPIRED -> "not sent: it would have come too late";
            case REFUSED -> "not sent: " + why(text.refusal());
        };
    }

    private static String why(Optional<String> refusal) {
        return refusal.map(word -> REFUSALS.getOrDefault(word, word.replace('-', ' ')))
                .orElse("no reason is kept");
    }

    /** A template's name in the files of texts, as a person reads it. */
    public static String template(String name) {
        return name.replace('-', ' ');
    }
}
