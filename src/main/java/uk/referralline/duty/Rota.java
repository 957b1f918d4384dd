package uk.referralline.duty;

import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is on duty when: weekly shifts, with swaps and days away taken into account. An agreed swap comes before a day away,
 * so that a swap is also the cover for somebody who is away. Nothing here reads a clock.
 */
public final class Rota {
    private static final int DAYS_AHEAD = 28;
    private static final Comparator<OnDuty> IN_ORDER_OF_CALL = Comparator.comparing(OnDuty::order)
            .thenComparing(duty -> duty.span().from())
            .thenComparing(duty -> duty.shift().value());

    private final Book book;

    /**
     * All that is written down.
     *
     * @param gone those who may no longer be on duty: they left, or have another role
     * @param readAt from when on {@code gone} holds: what was before is not rewritten
     */
    record Book(List<Shift> shifts, List<Swap> swaps, List<Absence> absences, Set<AdvocateId> gone, Instant readAt) {
        Book {
            shifts = List.copyOf(shifts);
            swaps = List.copyOf(swaps);
            absences = List.copyOf(absences);
            gone = Set.copyOf(gone);
        }
    }

    Rota(Book book) {
        this.book = book;
    }

    /** Everybody on duty at this moment, in order of call, each person once. */
    public List<OnDuty> onDuty(Instant moment) {
        return inOrderOfCall(duties(new Span(moment, moment.plusNanos(1))));
    }

    /** Those who come on duty next after this moment, in order of call; nobody if none does within four weeks. */
    public List<OnDuty> next(Instant moment) {
        Instant end = moment.atZone(LONDON).plusDays(DAYS_AHEAD).toInstant();
        List<OnDuty> coming = duties(new Span(moment, end))
                .filter(duty -> duty.span().from().isAfter(moment))
                .toList();
        Optional<Instant> first =
                coming.stream().map(duty -> duty.span().from()).min(Comparator.naturalOrder());
        return inOrderOfCall(coming.stream()
                .filter(duty -> first.equals(Optional.of(duty.span().from()))));
    }

    /** Every duty that has to do with this time, by when it begins, then in order of call. */
    public List<OnDuty> between(Span time) {
        return duties(time)
                .sorted(Comparator.comparing((OnDuty duty) -> duty.span().from())
                        .thenComparing(IN_ORDER_OF_CALL))
                .toList();
    }

    /** Every shift that has to do with this time, taken or not, by when it begins. */
    public List<Planned> planned(Span time) {
        return days(time, 1)
                .flatMap(day -> book.shifts().stream()
                        .filter(shift -> shift.weekly().on(day))
                        .flatMap(shift -> planned(shift, day).stream()))
                .filter(each -> each.span().meets(time))
                .sorted(Comparator.comparing((Planned each) -> each.span().from())
                        .thenComparing(each -> each.shift().weekly().order())
                        .thenComparing(each -> each.shift().id().value()))
                .toList();
    }

    /** This day and those after it. What is over at this moment is no gap any more. */
    public List<RotaDay> days(Instant now, int count, OpeningHours hours) {
        LocalDate first = now.atZone(LONDON).toLocalDate();
        return first.datesUntil(first.plusDays(count))
                .map(day -> day(day, now, hours))
                .toList();
    }

    private RotaDay day(LocalDate day, Instant now, OpeningHours hours) {
        Instant begins = day.atStartOfDay(LONDON).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(LONDON).toInstant();
        boolean today = begins.isBefore(now) || begins.equals(now);
        List<Planned> shifts = planned(new Span(begins, ends)).stream()
                .filter(each -> each.day().equals(day) || (today && each.span().has(now)))
                .toList();
        List<Span> gaps = gaps(new Span(today ? now : begins, ends), hours);
        return new RotaDay(day, hours.open(day), shifts, gaps);
    }

    /** When, within this time, the line is open and nobody is on duty; in order. */
    public List<Span> gaps(Span time, OpeningHours hours) {
        return days(time, 0)
                .flatMap(day -> hours.open(day).stream())
                .flatMap(open -> open.within(time).stream())
                .flatMap(open -> uncovered(open).stream())
                .toList();
    }

    private List<Span> uncovered(Span open) {
        List<Span> gaps = new ArrayList<>();
        Instant covered = open.from();
        for (OnDuty duty : between(open)) {
            Span.between(covered, duty.span().from()).ifPresent(gaps::add);
            covered = duty.span().to().isAfter(covered) ? duty.span().to() : covered;
        }
        Span.between(covered, open.to()).ifPresent(gaps::add);
        return gaps;
    }

    /** A shift that began on the day before may last into the first day. */
    private Stream<OnDuty> duties(Span time) {
        return days(time, 1)
                .flatMap(day -> book.shifts().stream()
                        .filter(shift -> shift.weekly().on(day))
                        .flatMap(shift -> duty(shift, day).stream()))
                .filter(duty -> duty.span().meets(time));
    }

    private Optional<OnDuty> duty(Shift shift, LocalDate day) {
        Optional<AdvocateId> holder = holder(shift, day);
        Optional<Span> span = shift.weekly().span(day);
        return holder.flatMap(person -> span.flatMap(whole -> present(person, whole))
                .map(there -> new OnDuty(person, shift.weekly().order(), there, shift.id(), day)));
    }

    private Optional<Planned> planned(Shift shift, LocalDate day) {
        AdvocateId whose = whose(shift, day);
        return shift.weekly().span(day).map(span -> new Planned(shift, day, span, whose, presence(whose, day, span)));
    }

    private Planned.Presence presence(AdvocateId person, LocalDate day, Span span) {
        if (away(person, day)) {
            return Planned.Presence.AWAY;
        }
        boolean gone = book.gone().contains(person) && span.to().isAfter(book.readAt());
        return gone ? Planned.Presence.GONE : Planned.Presence.HERE;
    }

    /** Whose shift it is on this day, once swaps are counted; nobody's when they are away. */
    private Optional<AdvocateId> holder(Shift shift, LocalDate day) {
        return Optional.of(whose(shift, day)).filter(person -> !away(person, day));
    }

    private AdvocateId whose(Shift shift, LocalDate day) {
        return book.swaps().stream()
                .filter(swap -> swap.agreed() && swap.of(shift.id(), day))
                .map(swap -> swap.wish().takenBy())
                .findFirst()
                .orElse(shift.weekly().advocate());
    }

    /** Whether this person is away on this day. */
    boolean away(AdvocateId person, LocalDate day) {
        return book.absences().stream().anyMatch(absence -> absence.has(person, day));
    }

    private Optional<Span> present(AdvocateId person, Span whole) {
        boolean cut = book.gone().contains(person) && whole.to().isAfter(book.readAt());
        return cut ? Span.between(whole.from(), book.readAt()) : Optional.of(whole);
    }

    private static Stream<LocalDate> days(Span time, int before) {
        LocalDate first = time.from().atZone(LONDON).toLocalDate().minusDays(before);
        LocalDate last = time.to().atZone(LONDON).toLocalDate();
        return first.datesUntil(last.plusDays(1));
    }

    private static List<OnDuty> inOrderOfCall(Stream<OnDuty> duties) {
        Map<AdvocateId, OnDuty> each = new LinkedHashMap<>();
        duties.sorted(IN_ORDER_OF_CALL).forEach(duty -> each.putIfAbsent(duty.advocate(), duty));
        return List.copyOf(each.values());
    }
}
