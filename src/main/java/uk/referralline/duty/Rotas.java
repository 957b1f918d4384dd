package uk.referralline.duty;

import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.referralline.number.PhoneNumber;

/**
 * The rota as it is kept, and its changes, in the caller's transaction. What was is never rewritten: a change holds from
 * its own day on. Whatever cannot be is refused by a {@link DutyRefused} with a sentence.
 */
public final class Rotas {
    private final Advocates advocates = new Advocates();

    /** The rota as it stands. Whoever left, or has another role now, is not on duty after this moment. */
    public Rota read(Handle handle, Instant now) {
        RotaDao dao = handle.attach(RotaDao.class);
        Set<AdvocateId> gone = advocates.all(handle).stream()
                .filter(person -> !mayBeOnDuty(person))
                .map(Advocate::id)
                .collect(Collectors.toSet());
        List<Absence> absences =
                dao.absences().stream().map(NotedAbsence::absence).toList();
        return new Rota(new Rota.Book(dao.shifts(), dao.swaps(), absences, gone, now));
    }

    /** Every shift that ever was, in the order in which they were added. */
    public List<Shift> shifts(Handle handle) {
        return handle.attach(RotaDao.class).shifts();
    }

    /** Every swap that was asked for and not withdrawn, by day. */
    public List<Swap> swaps(Handle handle) {
        return handle.attach(RotaDao.class).swaps();
    }

    /** Everybody's days away, by their first. */
    public List<NotedAbsence> absences(Handle handle) {
        return handle.attach(RotaDao.class).absences();
    }

    /** Adds a shift, from today on or later; of one day only it is cover. Shifts of several people may overlap. */
    public ShiftId add(Handle handle, WeeklyShift shift, Instant at) {
        RotaDao dao = begin(handle);
        worksHere(handle, shift.advocate());
        if (shift.since().isBefore(day(at))) {
            throw new DutyRefused("A shift cannot begin before today: the rota keeps what was.");
        }
        return dao.add(shift, at);
    }

    /** Ends a shift with this day, yesterday at the earliest. To change a shift, end it and add another. */
    public void end(Handle handle, ShiftId id, LocalDate last, Instant at) {
        RotaDao dao = begin(handle);
        Shift shift = shift(dao, id);
        if (last.isBefore(day(at).minusDays(1))) {
            throw new DutyRefused("A shift cannot end before today: the rota keeps what was.");
        }
        if (shift.weekly().until().filter(until -> until.isBefore(day(at))).isPresent()) {
            throw new DutyRefused("This shift has already ended.");
        }
        LocalDate first = shift.weekly().since();
        dao.end(id, last.isBefore(first) ? first.minusDays(1) : last);
    }

    /** Asks that somebody else take one day's shift. Until it is agreed, the shift is whose it was. */
    public SwapId ask(Handle handle, NewSwap wish, Instant at) {
        RotaDao dao = begin(handle);
        worksHere(handle, wish.askedBy());
        checkTaker(handle, wish, at);
        return dao.ask(wish, at)
                .orElseThrow(() -> new DutyRefused("Somebody is already to take this shift on that day."));
    }

    /** The one who takes it, the one whose it was, or a manager agrees; whoever asked does so only as a manager. */
    public void agree(Handle handle, SwapId id, AdvocateId by, Instant at) {
        RotaDao dao = begin(handle);
        Swap swap = swap(dao, id);
        AdvocateId owner = shift(dao, swap.wish().shift()).weekly().advocate();
        boolean manager = worksHere(handle, by).role() == Role.MANAGER;
        boolean theirs = by.equals(owner) || by.equals(swap.wish().takenBy());
        if (!manager && (!theirs || by.equals(swap.wish().askedBy()))) {
            throw new DutyRefused("A swap is agreed by the other of the two people, or by a manager.");
        }
        checkTaker(handle, swap.wish(), at);
        if (!dao.agree(id, by, at)) {
            throw new DutyRefused("This swap is already agreed.");
        }
    }

    /** Takes a swap back, agreed or not, before its shift begins. */
    public void withdraw(Handle handle, SwapId id, Instant at) {
        RotaDao dao = begin(handle);
        NewSwap wish = swap(dao, id).wish();
        if (!span(shift(dao, wish.shift()), wish.day()).from().isAfter(at)) {
            throw new DutyRefused("This shift has already begun.");
        }
        dao.withdraw(id, at);
    }

    /** Somebody is away on whole days, from today on or later: their shifts are nobody's unless somebody takes them. */
    public AbsenceId away(Handle handle, Absence absence, Instant at) {
        RotaDao dao = begin(handle);
        worksHere(handle, absence.advocate());
        if (absence.firstDay().isBefore(day(at)) || absence.lastDay().isBefore(absence.firstDay())) {
            throw new DutyRefused("Days away begin today or later, and end no earlier than they begin.");
        }
        return dao.away(absence, at);
    }

    /** They are back from today on. */
    public void back(Handle handle, AbsenceId id, Instant at) {
        begin(handle).back(id, day(at));
    }

    private static RotaDao begin(Handle handle) {
        RotaDao dao = handle.attach(RotaDao.class);
        dao.lock();
        return dao;
    }

    private void checkTaker(Handle handle, NewSwap wish, Instant at) {
        RotaDao dao = handle.attach(RotaDao.class);
        worksHere(handle, wish.takenBy());
        Shift shift = shift(dao, wish.shift());
        Span span = span(shift, wish.day());
        Rota rota = read(handle, at);
        if (!span.to().isAfter(at)) {
            throw new DutyRefused("This shift is already over.");
        }
        if (shift.weekly().advocate().equals(wish.takenBy())) {
            throw new DutyRefused("This shift is already theirs.");
        }
        if (rota.away(wish.takenBy(), wish.day())) {
            throw new DutyRefused("Whoever is to take this shift is away on that day.");
        }
        if (rota.between(span).stream().anyMatch(duty -> duty.advocate().equals(wish.takenBy()))) {
            throw new DutyRefused("Whoever is to take this shift is already on duty at that time.");
        }
    }

    private static Span span(Shift shift, LocalDate day) {
        if (!shift.weekly().on(day)) {
            throw new DutyRefused("There is no such shift on that day.");
        }
        return shift.weekly()
                .span(day)
                .orElseThrow(() -> new DutyRefused("There is nothing of this shift on that day: the clocks change."));
    }

    private static Shift shift(RotaDao dao, ShiftId id) {
        return dao.shifts().stream()
                .filter(shift -> shift.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DutyRefused("There is no such shift."));
    }

    private static Swap swap(RotaDao dao, SwapId id) {
        return dao.swaps().stream()
                .filter(swap -> swap.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DutyRefused("There is no such swap, or it was taken back."));
    }

    private Advocate worksHere(Handle handle, AdvocateId id) {
        Advocate person = advocates.find(handle, id).orElseThrow(() -> new DutyRefused("There is no such person."));
        if (!person.active()) {
            throw new DutyRefused("This person no longer works here.");
        }
        if (!person.role().returnsCalls()) {
            throw new DutyRefused("A person with the role \"" + person.role().title()
                    + "\" does not return calls, and so is not on duty.");
        }
        return person;
    }

    private static boolean mayBeOnDuty(Advocate person) {
        return person.active() && person.role().returnsCalls();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(LONDON).toLocalDate();
    }

    /**
     * The mobiles of those on duty at this moment, in order of call; whoever has none is left out.
     *
     * @return each number once; empty when nobody is on duty, or nobody who can be called
     */
    public List<PhoneNumber> mobiles(Handle handle, Instant now) {
        var advocates = new Advocates();
        return read(handle, now).onDuty(now).stream()
                .flatMap(duty -> advocates.find(handle, duty.advocate()).stream())
                .map(Advocate::mobile)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
