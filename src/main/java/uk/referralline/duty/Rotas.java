package uk.referralline.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.referralline.number.PhoneNumber;

/**
 * The rota as it is kept, and its changes, in the caller's transaction; {@link Swaps} are beside it. What was is never
 * rewritten: a change holds from its own day on. Whatever cannot be, or may not be for whoever asks, is refused by a
 * {@link DutyRefused} with a sentence. A change is written in the audit by whoever calls this.
 */
public final class Rotas {
    private final Advocates advocates = new Advocates();
    private final Colleagues colleagues = new Colleagues();

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

    /** Who keeps the rota; empty until somebody has said so. */
    public Optional<RotaUpkeep> upkeep(Handle handle) {
        return handle.attach(RotaDao.class).upkeep();
    }

    /**
     * A manager adds a shift, from today on or later; of one day only it is cover. Shifts of several people may overlap, but
     * nobody has the same hours twice.
     */
    public ShiftId add(Handle handle, WeeklyShift shift, RotaRequest request) {
        RotaDao dao = begin(handle);
        colleagues.onlyManager(handle, request.by(), "Only a manager adds shifts to the rota.");
        colleagues.worksHere(handle, shift.advocate());
        if (shift.since().isBefore(request.day())) {
            throw new DutyRefused("A shift cannot begin before today: the rota keeps what was.");
        }
        if (!shift.comes()) {
            throw new DutyRefused("There is no such day of the week between the first day and the last.");
        }
        if (dao.shifts().stream().anyMatch(each -> each.weekly().repeats(shift))) {
            throw new DutyRefused("This person has the same shift already.");
        }
        return dao.add(shift, request.at());
    }

    /** A manager ends a shift with this day, yesterday at the earliest. To change a shift, end it and add another. */
    public void end(Handle handle, ShiftId id, LocalDate last, RotaRequest request) {
        RotaDao dao = begin(handle);
        colleagues.onlyManager(handle, request.by(), "Only a manager ends shifts of the rota.");
        WeeklyShift shift = dao.shift(id)
                .orElseThrow(() -> new DutyRefused("There is no such shift."))
                .weekly();
        if (last.isBefore(request.day().minusDays(1))) {
            throw new DutyRefused("A shift cannot end before today: the rota keeps what was.");
        }
        if (shift.until().filter(until -> until.isBefore(request.day())).isPresent()) {
            throw new DutyRefused("This shift has already ended.");
        }
        if (shift.until().filter(until -> until.isBefore(last)).isPresent()) {
            throw new DutyRefused("This shift ends sooner already.");
        }
        dao.end(id, last.isBefore(shift.since()) ? shift.since().minusDays(1) : last);
    }

    /**
     * Somebody is away on whole days, from today on or later: their shifts are nobody's unless somebody takes them. They say
     * so themselves, or a manager does.
     */
    public AbsenceId away(Handle handle, Absence absence, RotaRequest request) {
        RotaDao dao = begin(handle);
        colleagues.onlySelfOrManager(
                handle, absence.advocate(), request.by(), "Only a manager says that somebody else is away.");
        colleagues.worksHere(handle, absence.advocate());
        if (absence.firstDay().isBefore(request.day()) || absence.lastDay().isBefore(absence.firstDay())) {
            throw new DutyRefused("Days away begin today or later, and end no earlier than they begin.");
        }
        if (dao.absences().stream().anyMatch(noted -> noted.absence().covers(absence))) {
            throw new DutyRefused("These days away are noted already.");
        }
        return dao.away(absence, request.at());
    }

    /** They are back from today on, as they say themselves or a manager does. */
    public void back(Handle handle, AbsenceId id, RotaRequest request) {
        RotaDao dao = begin(handle);
        Absence absence = dao.absences().stream()
                .filter(noted -> noted.id().equals(id))
                .findFirst()
                .map(NotedAbsence::absence)
                .orElseThrow(() -> new DutyRefused("There are no such days away."));
        colleagues.onlySelfOrManager(
                handle, absence.advocate(), request.by(), "Only a manager says that somebody else is back.");
        if (absence.lastDay().isBefore(request.day())) {
            throw new DutyRefused("These days away are already over.");
        }
        dao.back(id, request.day());
    }

    /** A manager says who keeps the rota, and by when they read it again. */
    public void keep(Handle handle, RotaUpkeep upkeep, RotaRequest request) {
        colleagues.onlyManager(handle, request.by(), "Only a manager says who keeps the rota.");
        if (upkeep.owner().isEmpty() || upkeep.owner().length() > RotaUpkeep.LONGEST) {
            throw new DutyRefused("Whoever keeps the rota is named in 1 to " + RotaUpkeep.LONGEST + " characters.");
        }
        if (upkeep.isPast(request.day())) {
            throw new DutyRefused("The day for reading the rota again is today or later.");
        }
        handle.attach(RotaDao.class).keep(upkeep, request.at());
    }

    private static RotaDao begin(Handle handle) {
        RotaDao dao = handle.attach(RotaDao.class);
        dao.lock();
        return dao;
    }

    private static boolean mayBeOnDuty(Advocate person) {
        return person.active() && person.role().returnsCalls();
    }

    /**
     * The mobiles of those on duty at this moment, in order of call; whoever has none is left out.
     *
     * @return each number once; empty when nobody is on duty, or nobody who can be called
     */
    public List<PhoneNumber> mobiles(Handle handle, Instant now) {
        return read(handle, now).onDuty(now).stream()
                .flatMap(duty -> advocates.find(handle, duty.advocate()).stream())
                .map(Advocate::mobile)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
