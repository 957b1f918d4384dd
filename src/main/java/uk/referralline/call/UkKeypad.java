package uk.referralline.call;

import java.util.Optional;
import uk.referralline.casework.Reference;
import uk.referralline.ivr.Keypad;
import uk.referralline.number.NumberKind.Dialling;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;

/** Reads keys by the UK's number plan and our own references. A number that we never call is refused here. */
public record UkKeypad(NumberPlan plan) implements Keypad {

    @Override
    public Optional<String> phone(String keys) {
        return plan.keyed(keys)
                .filter(number -> plan.kind(number).mayCall() != Dialling.NEVER)
                .map(PhoneNumber::e164);
    }

    @Override
    public String kind(String number) {
        return plan.kind(new PhoneNumber(number)).word();
    }

    @Override
    public String spokenPhone(String number) {
        return plan.spoken(new PhoneNumber(number));
    }

    @Override
    public Optional<String> reference(String keys) {
        return Reference.keyed(keys).map(Reference::digits);
    }

    @Override
    public String spokenReference(String reference) {
        return new Reference(reference).spoken();
    }
}
