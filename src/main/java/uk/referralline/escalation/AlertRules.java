package uk.referralline.escalation;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.OpeningHours;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;

/**
 * Whether an alert may go, asked at the moment of sending. The callers' rules do not hold for it: it goes to a person who
 * works here, on the UK mobile that they have now, while what it says is so, and nowhere else.
 */
public final class AlertRules {
    private final Supplier<OpeningHours> hours;
    private final Concerns concerns;
    private final Recipients recipients;
    private final Advocates advocates = new Advocates();

    public AlertRules(Escalation.Folder folder, NumberPlan plan) {
        this.hours = folder.hours();
        this.concerns = new Concerns(folder.hours(), folder.rules());
        this.recipients = new Recipients(plan);
    }

    /** This moment while the line is open, or the next opening. */
    Instant allowed(Instant now) {
        return hours.get().openAt(now) ? now : hours.get().nextOpening(now);
    }

    /** Why not; empty when it may. */
    Optional<NotSent> refusal(Handle handle, AlertTextDao.Row text, Instant now) {
        Optional<Advocate> person = advocates.find(handle, text.advocate());
        if (!person.map(Recipients::works).orElse(false)) {
            return Optional.of(NotSent.NOT_ON_STAFF);
        }
        if (person.flatMap(recipients::mobile).isEmpty()) {
            return Optional.of(NotSent.NOT_A_UK_MOBILE);
        }
        return concerns.stillSo(handle, text, now) ? Optional.empty() : Optional.of(NotSent.NO_LONGER_SO);
    }

    /** Where to. Asked in the same transaction, and only when nothing is against it. */
    PhoneNumber mobile(Handle handle, AlertTextDao.Row text) {
        return advocates
                .find(handle, text.advocate())
                .flatMap(recipients::mobile)
                .orElseThrow();
    }
}
