package uk.referralline.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Role;
import uk.referralline.duty.Span;
import uk.referralline.duty.Swap;

/**
 * A swap as one person sees it.
 *
 * @param owner whose shift it is in other weeks
 * @param span when the shift is
 */
public record SwapView(Swap swap, AdvocateId owner, Span span, Look look) {

    /** Who looks, and when. @param names of everybody */
    public record Look(Advocate reader, Function<AdvocateId, String> names, Instant now) {}

    /** Whether it is for the reader to say yes or no. */
    public boolean isWaiting() {
        return !swap.agreed() && isTheirs() && !isReader(swap.wish().askedBy());
    }

    public boolean mayAgree() {
        return isWaiting() || (!swap.agreed() && manages());
    }

    public boolean mayWithdraw() {
        boolean has = isTheirs() || isReader(swap.wish().askedBy()) || manages();
        return has && span.from().isAfter(look.now());
    }

    /** Whether it concerns the reader at all. */
    public boolean isShown() {
        return isTheirs() || isReader(swap.wish().askedBy()) || manages();
    }

    public String path() {
        return "/duty/swap/" + swap.id().value();
    }

    public String when() {
        LocalDate day = swap.wish().day();
        return DutyWords.dayAndHours(span, day);
    }

    /** What the button for agreeing says. */
    public String agreeing() {
        if (!isWaiting()) {
            return "Agree for them";
        }
        return isReader(owner) ? "Yes, they take it" : "Yes, I take it";
    }

    /** What the button for taking it back says. */
    public String withdrawing() {
        if (isWaiting()) {
            return isReader(owner) ? "No, I keep it" : "No, I cannot";
        }
        return swap.agreed() ? "Undo the swap" : "Take it back";
    }

    /** Who asks whom for what, without when. */
    public String sentence() {
        AdvocateId taker = swap.wish().takenBy();
        AdvocateId asker = swap.wish().askedBy();
        if (swap.agreed()) {
            return name(taker) + (isReader(taker) ? " take " : " takes ") + whose(taker) + " shift";
        }
        if (asker.equals(taker)) {
            return name(taker) + (isReader(taker) ? " offered to take " : " offers to take ") + whose(taker) + " shift";
        }
        String asks = isReader(asker) ? "You asked " : name(asker) + " asks ";
        return asks + (isReader(taker) ? "you" : name(taker)) + " to take " + whose(asker) + " shift";
    }

    private String name(AdvocateId person) {
        return isReader(person) ? "You" : look.names().apply(person);
    }

    private String whose(AdvocateId subject) {
        if (isReader(owner)) {
            return "your";
        }
        return owner.equals(subject) ? "their" : look.names().apply(owner) + "’s";
    }

    private boolean isTheirs() {
        return isReader(owner) || isReader(swap.wish().takenBy());
    }

    private boolean manages() {
        return look.reader().role() == Role.MANAGER;
    }

    private boolean isReader(AdvocateId person) {
        return person.equals(look.reader().id());
    }
}
