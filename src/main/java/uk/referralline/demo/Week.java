package uk.referralline.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.call.Calls;
import uk.referralline.casework.Desks;
import uk.referralline.duty.OpeningHours;
import uk.referralline.number.NumberPlan;
import uk.referralline.outbox.Worker;
import uk.referralline.recording.Recordings;
import uk.referralline.sms.CallerTexts;
import uk.referralline.sms.IncomingTexts;
import uk.referralline.sms.Suppressions;
import uk.referralline.sms.TextRules;
import uk.referralline.sms.Texts;

/**
 * The last seven days of an invented line. Calls, texts and the work on cases go through the same doors as real ones, with a
 * clock of their own that ends now; so the cases that are open are due around now, whatever time it is.
 */
public final class Week {
    static final Duration LENGTH = Duration.ofDays(7);

    /** Another number would be another week. */
    private static final long SEED = 2007;

    private final Line line;
    private final PastClock clock;

    /** @param clock the one that everything in {@code line} goes by */
    public Week(Line line, PastClock clock) {
        this.line = line;
        this.clock = clock;
    }

    /** The doors of a line on a database without cases, where the people of the sandbox are there already. */
    public record Line(
            Jdbi jdbi,
            NumberPlan plan,
            Calls calls,
            Recordings recordings,
            IncomingTexts incoming,
            Texts texts,
            Desks desks,
            Supplier<OpeningHours> hours) {}

    /** Fills the database. @param now when the week ends */
    public void tell(Instant now) {
        var sids = new Sids(new SplittableRandom(SEED));
        var agenda = new Agenda();
        var cast = new Cast(new Caller(line, clock, sids), new Office(line, clock), team(), agenda);
        new Done(cast, line.hours(), sids.chance()).plan(now);
        new Waiting(cast, now).plan();
        agenda.at(
                now.minus(Duration.ofMinutes(90)),
                () -> line.incoming()
                        .receive(
                                sids.next("SM"),
                                line.plan().e164("+447700900180"),
                                "Can somebody ring me after lunch tomorrow please (sample)"));
        Worker worker = worker(sids);
        agenda.run(clock, now, worker::runDue);
    }

    private Team team() {
        Instant at = clock.instant();
        return line.jdbi().inTransaction(handle -> {
            Team team = Team.hired(handle, at);
            team.plan(handle, at);
            return team;
        });
    }

    private Worker worker(Sids sids) {
        var rules = new TextRules(line.plan(), new Suppressions());
        var carrier = CallerTexts.carrier(line.jdbi(), line.texts(), rules, new SentTexts(sids));
        return new Worker(line.jdbi(), Map.of(Texts.JOB, carrier), clock, sids.chance());
    }

    /** Whoever appears in the week, and when. */
    record Cast(Caller caller, Office office, Team team, Agenda agenda) {}
}
