package uk.referralline.console;

import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.duty.OpeningHours;

/** Everything about who is on duty. */
public record DutyPages(DutyPage page, HandOverActions handOvers, RotaActions rota, ShiftPages shifts) {

    /** @param hours those that hold now */
    public static DutyPages of(Jdbi jdbi, Supplier<OpeningHours> hours) {
        var page = new DutyPage(jdbi, hours);
        return new DutyPages(
                page, new HandOverActions(jdbi, page), new RotaActions(jdbi, page), new ShiftPages(jdbi, hours));
    }
}
