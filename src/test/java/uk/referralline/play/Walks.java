package uk.referralline.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.referralline.casework.DueTimes;
import uk.referralline.casework.Promises;
import uk.referralline.duty.OpeningHours;
import uk.referralline.ivr.Script;
import uk.referralline.number.NumberPlan;

/** Walks on the shipped hours, holidays and due times, with drama numbers. */
final class Walks {
    static final NumberPlan PLAN = new NumberPlan(true);
    static final OpeningHours HOURS = OpeningHours.read(
                    text("opening-hours.yaml"), text("bank-holidays.yaml"), fault -> {})
            .orElseThrow();
    static final DueTimes DUE = new DueTimes(
            HOURS, Promises.read(text("due-times.yaml"), fault -> {}).orElseThrow());

    private Walks() {}

    static Stage stage(Script script) {
        return new Stage(script, HOURS, DUE);
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("ivr-scripts", file));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
