package uk.referralline.duty;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/**
 * Who takes whose shift on one day: asked for, agreed, taken back. In the caller's transaction; whatever cannot be is refused
 * by a {@link DutyRefused} with a sentence.
 */
public final class Swaps {
    private final Colleagues colleagues = new Colleagues();

    /**
     * Asks that somebody else take one day's shift: the one whose it is asks, the one who would take it offers, or a manager
     * does either. Until it is agreed, the shift is whose it was.
     */
    public SwapId ask(Handle handle, NewSwap wish, Instant at) {
        RotaDao dao = begin(handle);
        boolean manager = colleagues.manages(handle, wish.askedBy());
        Shift shift = shift(dao, wish.shift());
        if (!manager && !isTheirs(wish, shift, wish.askedBy())) {
            throw new DutyRefused("A swap is asked for by one of the two people, or by a manager.");
        }
        checkTaker(handle, wish, at);
        return dao.ask(wish, at)
                .orElseThrow(() -> new DutyRefused("Somebody is already to take this shift on that day."));
    }

    /** The one who takes it, the one whose it was, or a manager agrees; whoever asked does so only as a manager. */
    public void agree(Handle handle, SwapId id, RotaRequest request) {
        RotaDao dao = begin(handle);
        NewSwap wish = swap(dao, id).wish();
        AdvocateId by = request.by();
        boolean manager = colleagues.manages(handle, by);
        boolean other = isTheirs(wish, shift(dao, wish.shift()), by) && !by.equals(wish.askedBy());
        if (!manager && !other) {
            throw new DutyRefused("A swap is agreed by the other of the two people, or by a manager.");
        }
        checkTaker(handle, wish, request.at());
        if (!dao.agree(id, by, request.at())) {
            throw new DutyRefused("This swap is already agreed.");
        }
    }

    /**
     * Whoever asked, either of the two people, or a manager takes a swap back, agreed or not, before its shift begins.
     *
     * @param agreed whether it was agreed as whoever takes it back saw it: what was agreed since is not undone unseen
     */
    public void withdraw(Handle handle, SwapId id, boolean agreed, RotaRequest request) {
        RotaDao dao = begin(handle);
        Swap swap = swap(dao, id);
        NewSwap wish = swap.wish();
        Shift shift = shift(dao, wish.shift());
        boolean manager = colleagues.manages(handle, request.by());
        boolean theirs = isTheirs(wish, shift, request.by()) || wish.askedBy().equals(request.by());
        if (!manager && !theirs) {
            throw new DutyRefused("A swap is taken back by whoever asked, by one of the two people, or by a manager.");
        }
        if (!span(shift, wish.day()).from().isAfter(request.at())) {
            throw new DutyRefused("This shift has already begun.");
        }
        if (swap.agreed() && !agreed) {
            throw new DutyRefused(
                    "This swap was agreed in the meantime: look at the rota, and take it back if you still want to.");
        }
        dao.withdraw(id, request.at());
    }

    private static boolean isTheirs(NewSwap wish, Shift shift, AdvocateId person) {
        return person.equals(shift.weekly().advocate()) || person.equals(wish.takenBy());
    }

    private static RotaDao begin(Handle handle) {
        RotaDao dao = handle.attach(RotaDao.class);
        dao.lock();
        return dao;
    }

    private void checkTaker(Handle handle, NewSwap wish, Instant at) {
        colleagues.worksHere(handle, wish.takenBy());
        Shift shift = shift(handle.attach(RotaDao.class), wish.shift());
        Span span = span(shift, wish.day());
        Rota rota = new Rotas().read(handle, at);
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
        return dao.shift(id).orElseThrow(() -> new DutyRefused("There is no such shift."));
    }

    private static Swap swap(RotaDao dao, SwapId id) {
        return dao.swaps().stream()
                .filter(swap -> swap.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DutyRefused("There is no such swap, or it was taken back."));
    }
}
