package uk.referralline.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import uk.referralline.call.UkKeypad;
import uk.referralline.call.World;
import uk.referralline.casework.DueTimes;
import uk.referralline.casework.Promises;
import uk.referralline.casework.Reference;
import uk.referralline.duty.OpeningHours;
import uk.referralline.ivr.Engine;
import uk.referralline.ivr.Script;
import uk.referralline.number.CallerId;
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

    static Walk of(Script script, Instant at) {
        return new Walk(new Engine(new UkKeypad(PLAN)), script, DUE, at);
    }

    static Map<String, String> facts(Conversation conversation, Reference reference) {
        String caller = conversation.caller();
        String from = PLAN.keyed(caller).map(number -> number.e164()).orElse(caller.equals("withheld") ? "" : caller);
        return new World(PLAN, HOURS).facts(CallerId.of(from, PLAN), reference, conversation.at());
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("ivr-scripts", file));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
