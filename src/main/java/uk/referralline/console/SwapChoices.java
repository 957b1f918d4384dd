package uk.referralline.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.NewSwap;
import uk.referralline.duty.Planned;
import uk.referralline.duty.ShiftId;
import uk.referralline.duty.Swap;

/**
 * Which shifts of the next weeks somebody may give away or take over.
 *
 * @param mine those of the reader that a colleague could take
 * @param others those of colleagues
 * @param free those of colleagues at a time when the reader is not on duty
 */
public record SwapChoices(List<Planned> mine, List<Planned> others, List<Planned> free) {

    /** @param swaps those asked for and not taken back: nobody asks twice for one shift */
    static SwapChoices of(List<Planned> planned, List<Swap> swaps, DutyView.Crew crew) {
        List<Planned> whole = planned.stream()
                .filter(each -> each.span().to().isAfter(crew.now()))
                .filter(each -> swaps.stream().noneMatch(swap -> isOf(swap.wish(), each)))
                .toList();
        AdvocateId reader = crew.reader().id();
        List<Planned> others =
                whole.stream().filter(each -> !each.whose().equals(reader)).toList();
        List<Planned> busy =
                planned.stream().filter(each -> each.whose().equals(reader)).toList();
        return new SwapChoices(
                whole.stream().filter(each -> each.whose().equals(reader)).toList(),
                others,
                others.stream()
                        .filter(each ->
                                busy.stream().noneMatch(own -> own.span().meets(each.span())))
                        .toList());
    }

    private static boolean isOf(NewSwap wish, Planned planned) {
        return wish.shift().equals(planned.shift().id()) && wish.day().equals(planned.day());
    }

    /** Those that the reader may ask somebody to take: a manager, of everybody's. */
    public List<Choice> toGive(DutyView.Crew crew) {
        Stream<Choice> own = mine.stream().map(each -> choice(each, crew.manages() ? ", you" : ""));
        Stream<Choice> theirs = others.stream()
                .filter(each -> crew.manages())
                .map(each -> choice(each, ", " + crew.name(each.whose())));
        return Stream.concat(own, theirs).toList();
    }

    /** Those that the reader may offer to take. */
    public List<Choice> toTake(DutyView.Crew crew) {
        return free.stream()
                .map(each -> choice(each, ", " + crew.name(each.whose())))
                .toList();
    }

    private static Choice choice(Planned planned, String whose) {
        String value = planned.shift().id().value() + "_" + planned.day();
        return new Choice(value, DutyWords.dayAndHours(planned.span(), planned.day()) + whose);
    }

    /** Which shift was chosen; empty when none was, or when it is not one of the form's. */
    static Optional<Place> chosen(String value) {
        if (!value.matches("[1-9][0-9]{0,8}_[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        String[] parts = value.split("_");
        return Inputs.date(parts[1]).map(day -> new Place(new ShiftId(Long.parseLong(parts[0])), day));
    }

    /** One day's shift. */
    record Place(ShiftId shift, LocalDate day) {}
}
