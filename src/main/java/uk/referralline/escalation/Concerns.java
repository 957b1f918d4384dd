package uk.referralline.escalation;

import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.Urgency;
import uk.referralline.duty.OpeningHours;
import uk.referralline.duty.Rota;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.Span;

/** Finds what somebody should be told of. */
final class Concerns {
    private final Supplier<OpeningHours> hours;
    private final Supplier<EscalationRules> rules;
    private final Rotas rotas = new Rotas();

    Concerns(Supplier<OpeningHours> hours, Supplier<EscalationRules> rules) {
        this.hours = hours;
        this.rules = rules;
    }

    /** Everything at this moment: cases, the most pressing first, then opening hours that nobody covers. */
    List<Concern> at(Handle handle, Instant now) {
        return Stream.concat(cases(handle, now), gaps(handle, now)).toList();
    }

    private Stream<Concern> cases(Handle handle, Instant now) {
        Set<CaseId> taken = handle.attach(ClaimDao.class).taken(now);
        return handle.attach(OpenCaseDao.class).dueBy(horizon(now)).stream()
                .filter(open -> !taken.contains(open.id()))
                .map(open -> open.dueAt().isAfter(now) ? Concern.nearDue(open) : Concern.overdue(open));
    }

    private OpenCaseDao.Horizon horizon(Instant now) {
        return new OpenCaseDao.Horizon(near(Urgency.U1, now), near(Urgency.U2, now), near(Urgency.U3, now));
    }

    private Instant near(Urgency urgency, Instant now) {
        return hours.get().after(now, rules.get().nearDue().get(urgency));
    }

    /** Until the close of the next day that the line opens, so that there is a day's time to fill a gap. */
    private Stream<Concern> gaps(Handle handle, Instant now) {
        OpeningHours open = hours.get();
        LocalDate today = day(now);
        LocalDate next = day(open.nextOpening(
                today.plusDays(1).atStartOfDay(LONDON).toInstant().minusNanos(1)));
        var whole = new Span(
                today.atStartOfDay(LONDON).toInstant(),
                next.plusDays(1).atStartOfDay(LONDON).toInstant());
        Rota rota = rotas.read(handle, now);
        return rota.gaps(whole, open).stream()
                .filter(gap -> gap.to().isAfter(now))
                .map(gap -> Concern.nobody(gap.has(now) ? AlertKind.NOBODY_ON_DUTY : AlertKind.GAP_AHEAD, gap));
    }

    /** Whether what an alert says is still so. @param about the due time, or when the gap begins */
    boolean stillSo(Handle handle, AlertTextDao.Row alert, Instant now) {
        if (alert.caseId().isPresent()) {
            CaseId id = alert.caseId().get();
            boolean taken = handle.attach(ClaimDao.class).taken(now).contains(id);
            return !taken && handle.attach(OpenCaseDao.class).stillDue(id, alert.about());
        }
        Instant from = alert.about().isAfter(now) ? alert.about() : now;
        return rotas.read(handle, now).onDuty(from).isEmpty();
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(LONDON).toLocalDate();
    }
}
