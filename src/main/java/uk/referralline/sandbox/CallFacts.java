package uk.referralline.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What does not change about a call leg.
 *
 * @param from as Twilio gives it: E.164, {@code anonymous}, {@code +266696687} or nothing
 * @param direction inbound, outbound-api or outbound-dial
 * @param parent the SID of the leg that dialled this one
 */
record CallFacts(String sid, String from, String to, String direction, Optional<String> parent) {

    /** Twilio's parameters of every request about this leg. */
    Map<String, String> parameters(String accountSid, CallStatus status) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("AccountSid", accountSid);
        form.put("ApiVersion", "2010-04-01");
        form.put("CallSid", sid);
        form.put("CallStatus", status.word());
        form.put("Direction", direction);
        party(form, "From", from);
        party(form, "Caller", from);
        party(form, "To", to);
        party(form, "Called", to);
        parent.ifPresent(parentSid -> form.put("ParentCallSid", parentSid));
        return form;
    }

    @Override
    public String toString() {
        return "CallFacts[" + sid + "]";
    }

    private static void party(Map<String, String> form, String party, String number) {
        form.put(party, number);
        form.put(party + "City", "");
        form.put(party + "State", "");
        form.put(party + "Zip", "");
        form.put(party + "Country", number.startsWith("+44") ? "GB" : "");
    }
}
