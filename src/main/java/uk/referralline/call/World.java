package uk.referralline.call;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.referralline.casework.Reference;
import uk.referralline.duty.DutyPhones;
import uk.referralline.duty.OpeningHours;
import uk.referralline.ivr.Facts;
import uk.referralline.number.CallerId;
import uk.referralline.number.NumberKind.Dialling;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;

/** What the line itself knows when a call comes in: whether it is open, who can be rung, and what kind of number calls. */
public record World(NumberPlan plan, OpeningHours hours, DutyPhones duty) {

    /** What holds for the whole call, by the names in {@link Facts}. */
    public Map<String, String> facts(CallerId caller, Reference reference, Instant at) {
        Map<String, String> facts = new HashMap<>();
        facts.put(Facts.LINE, hours.openAt(at) ? "open" : "closed");
        facts.put(Facts.OPENS, hours.nextOpening(at).toString());
        facts.put(Facts.REFERENCE, reference.digits());
        facts.put(Facts.CALLER, Facts.WITHHELD);
        caller.number()
                .filter(number -> plan.kind(number).mayCall() == Dialling.YES)
                .ifPresent(number -> {
                    facts.put(Facts.CALLER, plan.kind(number).word());
                    facts.put(Facts.CALLER_NUMBER, number.e164());
                });
        return facts;
    }

    /** The phones that would ring for a caller who wants a person now; none while the line is closed. */
    public List<PhoneNumber> ringing(Instant at) {
        return hours.openAt(at)
                ? duty.ringing(at).stream().distinct().limit(DutyPhones.MOST).toList()
                : List.of();
    }

    /** What the line knows from who can be rung; it may be another thing at each turn. */
    public static Map<String, String> facts(List<PhoneNumber> ringing) {
        return Map.of(Facts.DUTY, ringing.isEmpty() ? Facts.NOBODY : Facts.AVAILABLE);
    }
}
