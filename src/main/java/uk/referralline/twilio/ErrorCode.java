package uk.referralline.twilio;

import java.util.Map;
import uk.referralline.sms.TextGateway.Why;

/**
 * What Twilio's error codes for texts mean to us (twilio.com/docs/api/errors). Codes change their wording and new ones are
 * added, so one that is not here counts as being about the number: it is not tried again, and nobody is called out.
 */
final class ErrorCode {
    private static final Map<Integer, Why> TEXTS = Map.ofEntries(
            Map.entry(20003, Why.CONFIGURATION), // wrong credentials
            Map.entry(20404, Why.CONFIGURATION), // no such account
            Map.entry(21211, Why.NUMBER), // no such number
            Map.entry(21408, Why.CONFIGURATION), // texts to this country are switched off
            Map.entry(21603, Why.CONFIGURATION), // no sender
            Map.entry(21606, Why.CONFIGURATION), // the sender cannot send texts
            Map.entry(21610, Why.OPTED_OUT),
            Map.entry(21612, Why.CONFIGURATION), // this sender cannot reach this number
            Map.entry(21614, Why.NUMBER), // not a mobile
            Map.entry(21617, Why.CONFIGURATION), // too long: a template of ours is wrong
            Map.entry(21635, Why.NUMBER), // a landline
            Map.entry(30002, Why.CONFIGURATION)); // the account is suspended

    private ErrorCode() {}

    static Why why(int code) {
        return TEXTS.getOrDefault(code, Why.NUMBER);
    }
}
