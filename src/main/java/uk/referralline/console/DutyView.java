package uk.referralline.console;

import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.HandOverNote;
import uk.referralline.duty.NotedAbsence;
import uk.referralline.duty.OnDuty;
import uk.referralline.duty.Planned;
import uk.referralline.duty.Role;
import uk.referralline.duty.RotaDay;

/**
 * What the page of duty shows to one person.
 *
 * @param days today and those after it
 * @param notes of the last week, the newest first
 */
public record DutyView(
        Present present,
        List<RotaDay> days,
        SwapChoices choices,
        List<SwapView> swaps,
        List<NotedAbsence> absences,
        List<HandOverNote.WithReadings> notes,
        Crew crew,
        DutyForm form) {

    /** Those on duty at this moment and those who come next, in order of call. */
    public record Present(List<OnDuty> now, List<OnDuty> next) {}

    /** Who looks, at whom, and when. @param names of everybody who works or worked here */
    public record Crew(Advocate reader, List<Advocate> people, Map<AdvocateId, String> names, Instant now) {

        public String name(AdvocateId id) {
            return names.getOrDefault(id, "A colleague");
        }

        public boolean isReader(AdvocateId id) {
            return id.equals(reader.id());
        }

        public boolean manages() {
            return reader.role() == Role.MANAGER;
        }

        public LocalDate today() {
            return LocalDate.ofInstant(now, LONDON);
        }

        /** Those who can be on duty. */
        public List<Choice> choices(boolean withReader) {
            return people.stream()
                    .filter(each -> each.active() && each.role().returnsCalls())
                    .filter(each -> withReader || !isReader(each.id()))
                    .sorted(Comparator.comparing(each -> !isReader(each.id())))
                    .map(each -> new Choice(
                            String.valueOf(each.id().value()),
                            isReader(each.id()) ? each.name() + " (you)" : each.name()))
                    .toList();
        }
    }

    /** Swaps that wait for the reader's yes or no. */
    public List<SwapView> waiting() {
        return swaps.stream().filter(SwapView::isWaiting).toList();
    }

    /** The others that concern the reader. */
    public List<SwapView> otherSwaps() {
        return swaps.stream().filter(each -> !each.isWaiting()).toList();
    }

    /** How often nobody covers open hours. */
    public long gaps() {
        return days.stream().mapToLong(day -> day.gaps().size()).sum();
    }

    /** Who is there for a shift, or why nobody is. */
    public String who(Planned shift) {
        String name = crew.name(shift.whose());
        String there = switch (shift.presence()) {
            case HERE -> name;
            case AWAY -> "Nobody: " + name + " is away";
            case GONE -> "Nobody: " + name + " is not on duty any more";
        };
        return shift.isSwapped()
                ? there + ", for " + crew.name(shift.shift().weekly().advocate())
                : there;
    }

    /** Those not yet read by the reader first. */
    public List<HandOverNote.WithReadings> unreadFirst() {
        return notes.stream()
                .sorted(Comparator.comparing(each -> !unread(each)))
                .toList();
    }

    /** Whether the reader has not said yet that they have read it, and did not write it. */
    public boolean unread(HandOverNote.WithReadings note) {
        return !crew.isReader(note.note().note().writtenBy())
                && note.readings().stream().noneMatch(each -> crew.isReader(each.reader()));
    }

    /** Who has read it, in a sentence. */
    public String readers(HandOverNote.WithReadings note) {
        List<String> names = note.readings().stream()
                .map(each -> crew.isReader(each.reader()) ? "you" : crew.name(each.reader()))
                .toList();
        return names.isEmpty() ? "Nobody has read it yet." : "Read by " + DutyWords.list(names) + ".";
    }

    public boolean mayBeBack(NotedAbsence absence) {
        return crew.manages() || crew.isReader(absence.absence().advocate());
    }

    /** What the button says with which days away end, or never come. */
    public String back(NotedAbsence absence) {
        boolean begun = !absence.absence().firstDay().isAfter(crew.today());
        String name = crew.name(absence.absence().advocate());
        if (crew.isReader(absence.absence().advocate())) {
            return begun ? "I am back" : "I will be here";
        }
        return begun ? name + " is back" : name + " will be here";
    }
}
