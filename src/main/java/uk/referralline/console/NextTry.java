package uk.referralline.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.casework.Callbacks;
import uk.referralline.casework.Edit;
import uk.referralline.duty.OpeningHours;

/** When somebody wants to try to call again: a day and a time of a form, questioned once where it is perhaps a slip. */
final class NextTry {
    private final Callbacks callbacks;

    NextTry(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** A day and a time of two fields; empty when neither was filled in. @throws Questioned when one of them was not */
    static Optional<Instant> typed(Visit visit, String name) {
        String day = visit.field(name + "-date");
        String time = visit.field(name + "-time");
        if (day.isEmpty() && time.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day)
                    .atTime(LocalTime.parse(time))
                    .atZone(OpeningHours.LONDON)
                    .toInstant());
        } catch (DateTimeException wrong) {
            throw new Questioned(name + "-time", "Choose both a day and a time for the next try, or neither.");
        }
    }

    /**
     * Asks once whether this time is meant; whoever sends the same time again means it.
     *
     * @param name of the two fields, before their ends
     * @throws Questioned with what is to be looked at again
     */
    void question(Handle handle, Visit visit, Edit edit, String name) {
        Optional<Instant> next = typed(visit, name);
        String typed = visit.field(name + "-date") + "T" + visit.field(name + "-time");
        if (next.isEmpty() || visit.field(name + "-sure").equals(typed)) {
            return;
        }
        Callbacks.Doubts doubts = callbacks.doubts(handle, edit, next.get());
        if (doubts.closedDay()) {
            throw new Questioned(
                    name + "-time",
                    "The line is closed on " + Times.day(next.get()) + ". If you mean that day, send it again.");
        }
        if (doubts.outside()) {
            throw new Questioned(
                    name + "-time",
                    "The line is closed at " + Times.time(next.get()) + ". If you mean that time, send it again.");
        }
        doubts.promised().ifPresent(promised -> {
            throw new Questioned(
                    name + "-time",
                    "The call was promised by " + Times.dayAndTime(promised)
                            + ", and this is later. If you mean it, send it again.");
        });
    }
}
