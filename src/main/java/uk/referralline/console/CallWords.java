package uk.referralline.console;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import uk.referralline.call.CallLog;

/** Calls in the words of the console. */
public final class CallWords {
    private CallWords() {}

    /** How a call ended, such as: We promised a call by Friday 27 November at 5pm. */
    public static String result(CallLog.Entry call) {
        return switch (call.result()) {
            case GOING_ON -> "On the phone now";
            case REFERRED -> "Left a referral, due by " + due(call);
            case CALL_PROMISED -> "We promised a call by " + due(call);
            case MESSAGE_LEFT -> "Left a message, due by " + due(call);
            case CONTACT_PROMISED -> "We promised to be in touch by " + due(call);
            case HUNG_UP -> "Hung up at “" + step(call) + "”";
            case HEARD_OUT -> "Nothing promised; ended after “" + step(call) + "”";
        };
    }

    private static String due(CallLog.Entry call) {
        return call.due().map(Times::dayAndTime).orElse("a time that is no longer kept");
    }

    /** The step's name in the call script, as a person reads it. */
    private static String step(CallLog.Entry call) {
        return call.step().isBlank() ? "greeting" : call.step().replace('-', ' ');
    }

    /** The number that called, of which only the last three digits are shown. */
    public static String number(Optional<String> lastDigits) {
        return lastDigits.map(digits -> "ends " + digits).orElse("withheld");
    }

    /** Such as 2 min 5 s. */
    public static String length(CallLog.Entry call) {
        return call.length().map(CallWords::written).orElse("not over");
    }

    private static String written(Duration length) {
        String seconds = length.toSecondsPart() + " s";
        return length.toMinutes() == 0 ? seconds : length.toMinutes() + " min " + seconds;
    }

    /** Such as Polish. @param tag BCP 47 */
    public static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.UK);
    }
}
