package uk.referralline.play;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.referralline.call.UkKeypad;
import uk.referralline.call.World;
import uk.referralline.casework.DueTimes;
import uk.referralline.casework.Reference;
import uk.referralline.duty.DutyPhones;
import uk.referralline.duty.OpeningHours;
import uk.referralline.ivr.Engine;
import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Script;
import uk.referralline.number.CallerId;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;

/** Everything that a walk needs: the script, the hours and the due times. Drama numbers count as real ones. */
public record Stage(Script script, OpeningHours hours, DueTimes dueTimes) {
    private static final NumberPlan PLAN = new NumberPlan(true);

    /** What every walk hears as its reference. */
    private static final Reference REFERENCE = new Reference("4815164");

    private static final PhoneNumber SOMEBODY = new PhoneNumber("+447700900200");

    /** A call before its first word. */
    public Walk walk(Instant at) {
        return new Walk(new Engine(new UkKeypad(PLAN)), script, dueTimes, at);
    }

    /**
     * What the line knows when a call comes in.
     *
     * @param caller a number as people write it, or {@code withheld}
     * @param staffed whether somebody is on duty; when the line is closed nobody is rung all the same
     * @throws IllegalArgumentException when it is neither
     */
    public Input.Begun begin(String caller, Instant at, boolean staffed) {
        String from = caller.equals(Facts.WITHHELD)
                ? ""
                : PLAN.keyed(caller)
                        .map(PhoneNumber::e164)
                        .orElseThrow(() -> new IllegalArgumentException("not a phone number, and not \"withheld\""));
        DutyPhones phones = staffed ? any -> List.of(SOMEBODY) : DutyPhones.NONE;
        var world = new World(PLAN, hours, phones);
        Map<String, String> facts = new HashMap<>(world.facts(CallerId.of(from, PLAN), REFERENCE, at));
        facts.putAll(World.facts(world.ringing(at)));
        return new Input.Begun(facts);
    }

    /** The same or the next moment, in steps of a quarter of an hour, at which the line is open, or closed. */
    Instant near(Instant now, boolean open) {
        Instant moment = now.truncatedTo(ChronoUnit.MINUTES);
        while (hours.openAt(moment) != open) {
            moment = moment.plus(Duration.ofMinutes(15));
        }
        return moment;
    }
}
