package uk.referralline.number;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the network says about who calls: a number, that the caller withheld it, or neither. It is a hint and never an
 * identity: a ward's phone, a family's phone, or a lie.
 */
public record CallerId(boolean withheld, Optional<PhoneNumber> number) {

    private static final Set<String> WORDS = Set.of(
            "anonymous", "restricted", "unavailable", "unknown", "blocked", "private", "withheld", "anonymous.invalid");

    /** RESTRICTED, BLOCKED, UNKNOWN, ANONYMOUS and UNAVAILABLE, as spelt on a telephone's keys. */
    private static final Set<String> KEYPAD_SPELLINGS =
            Set.of("7378742833", "2562533", "8656696", "266696687", "86282452253");

    public CallerId {
        if (withheld && number.isPresent()) {
            throw new IllegalArgumentException("a withheld caller has no number");
        }
    }

    /**
     * Reads Twilio's {@code From}. It may be missing ({@code null}). Withheld is looked for first, since
     * {@code +8656696} would else be read as a number in China.
     */
    public static CallerId of(String from, NumberPlan plan) {
        String text = from == null ? "" : from.strip().toLowerCase(Locale.ROOT);
        if (saysWithheld(text)) {
            return new CallerId(true, Optional.empty());
        }
        return new CallerId(false, plan.e164(text));
    }

    private static boolean saysWithheld(String text) {
        String user = text.replaceFirst("^.*?sips?:", "").replaceFirst("[@;>].*$", "");
        return text.isEmpty()
                || text.contains("anonymous.invalid")
                || WORDS.contains(user)
                || KEYPAD_SPELLINGS.contains(user.replaceFirst("^\\+?1?(?=[0-9])", ""));
    }

    /** Masked. */
    @Override
    public String toString() {
        return withheld ? "withheld" : number.map(PhoneNumber::toString).orElse("unknown");
    }
}
