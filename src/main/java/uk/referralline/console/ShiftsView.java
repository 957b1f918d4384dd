package uk.referralline.console;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.referralline.duty.CallOrder;
import uk.referralline.duty.RotaUpkeep;
import uk.referralline.duty.Shift;
import uk.referralline.duty.Span;

/**
 * What a manager changes of the weekly rota.
 *
 * @param shifts that have not ended, from Monday on, by when they begin
 * @param gaps of the next days
 */
public record ShiftsView(
        List<Shift> shifts, List<Span> gaps, Optional<RotaUpkeep> upkeep, DutyView.Crew crew, DutyForm form) {

    /** When a shift is, as its row says it. */
    public String lasting(Shift shift) {
        boolean coming = shift.weekly().since().isAfter(crew.today());
        String since = coming ? "From " + DutyWords.day(shift.weekly().since()) : "";
        String until = shift.weekly()
                .until()
                .map(last -> (coming ? " to " : "Until ") + DutyWords.day(last))
                .orElse("");
        boolean once = shift.weekly().until().equals(Optional.of(shift.weekly().since()));
        return once ? "Only " + DutyWords.day(shift.weekly().since()) : since + until;
    }

    public List<Choice> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(each -> new Choice(each.name().toLowerCase(Locale.ROOT), DutyWords.day(each)))
                .toList();
    }

    public List<Choice> orders() {
        return Arrays.stream(CallOrder.values())
                .map(each -> new Choice(each.word(), each.title()))
                .toList();
    }
}
