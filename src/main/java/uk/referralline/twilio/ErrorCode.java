package uk.referralline.twilio;

import java.util.Map;
import uk.referralline.sms.Sending.RefusalKind;

/**
 * What Twilio's error codes for texts mean to us (twilio.com/docs/api/errors). Codes change their wording and new ones are
 * added, so one that is not here counts as being about the number: it is not tried again, and nobody is called out.
 */
final class ErrorCode {
    private static final Map<Integer, RefusalKind> TEXTS = Map.ofEntries(
            Map.entry(20003, RefusalKind.CONFIGURATION), // wrong credentials
            Map.entry(20404, RefusalKind.CONFIGURATION), // no such account
            Map.entry(21211, RefusalKind.PERMANENT), // no such number
            Map.entry(21408, RefusalKind.CONFIGURATION), // texts to this country are switched off
            Map.entry(21603, RefusalKind.CONFIGURATION), // no sender
            Map.entry(21606, RefusalKind.CONFIGURATION), // the sender cannot send texts
            Map.entry(21610, RefusalKind.OPTED_OUT),
            Map.entry(21612, RefusalKind.CONFIGURATION), // this sender cannot reach this number
            Map.entry(21614, RefusalKind.PERMANENT), // not a mobile
            Map.entry(21617, RefusalKind.CONFIGURATION), // too long: a template of ours is wrong
            Map.entry(21635, RefusalKind.PERMANENT), // a landline
            Map.entry(30002, RefusalKind.CONFIGURATION)); // the account is suspended

    private ErrorCode() {}

    static RefusalKind kind(int code) {
        return TEXTS.getOrDefault(code, RefusalKind.PERMANENT);
    }
}
