package uk.referralline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.MDC;
import uk.referralline.call.Calls;
import uk.referralline.call.Confirmations;
import uk.referralline.call.Features;
import uk.referralline.call.Scripts;
import uk.referralline.call.UkKeypad;
import uk.referralline.casework.Casework;
import uk.referralline.casework.Desks;
import uk.referralline.console.signin.Demo;
import uk.referralline.demo.PastClock;
import uk.referralline.demo.Week;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.DutyPhones;
import uk.referralline.ivr.Engine;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;
import uk.referralline.recording.Recordings;
import uk.referralline.sandbox.Sandbox;
import uk.referralline.settings.SettingVersions;
import uk.referralline.sms.IncomingTexts;
import uk.referralline.sms.Suppressions;
import uk.referralline.sms.Texts;
import uk.referralline.store.Database;
import uk.referralline.store.EmbeddedDatabase;

/**
 * Fills the embedded database of a sandbox with an invented week. It asks for the embedded database, the sandbox and its people
 * themselves, so where one of them is missing there is nothing to call it with.
 */
final class SampleWeek {
    private static final long SEED = 1983;
    /** A week is a thousand small transactions, and nobody would miss the last of them. */
    private static final String IN_A_HURRY = "&options=-c%20synchronous_commit=off";

    private static final String LINE = "+443069990100";

    private final Database database;
    private final Demo people;

    private SampleWeek(Database database, Demo people) {
        this.database = database;
        this.people = people;
    }

    /**
     * Fills the database if it has no cases, and lets the sandbox know the messages that were left in it.
     *
     * @return a sentence on what was done
     */
    static String fill(EmbeddedDatabase embedded, Sandbox sandbox, Demo people, Instant now) {
        try (Database database = ValueTypes.open(embedded.url() + IN_A_HURRY)) {
            String done = fill(database, people, now);
            keepSounds(database.jdbi(), sandbox);
            return done;
        }
    }

    /** The same without a sandbox, for a database that a test has made. */
    static String fill(Database database, Demo people, Instant now) {
        boolean used = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM case_record)")
                        .mapTo(Boolean.class)
                        .one());
        if (used) {
            return "The database has cases already, so no sample week is added.";
        }
        // Known to logback.xml, so that invented calls do not fill the terminal.
        MDC.put("telling", "sample-week");
        try {
            new SampleWeek(database, people).tell(now);
        } finally {
            MDC.remove("telling");
        }
        return "The database has a sample week now: nobody in it is real.";
    }

    private void tell(Instant now) {
        var clock = new PastClock(now);
        Jdbi jdbi = database.jdbi();
        jdbi.useTransaction(handle -> people.settle(handle, new Advocates(), clock.instant()));
        new Week(line(clock), clock).tell(now);
    }

    private Week.Line line(PastClock clock) {
        Jdbi jdbi = database.jdbi();
        var plan = new NumberPlan(true);
        RandomGenerator chance = new SplittableRandom(SEED);
        String number = plan.written(new PhoneNumber(LINE));
        var scripts = new Scripts(jdbi, files -> ScriptFolder.texts(files, number), clock);
        var keeping = new CurrentFolder.Keeping(scripts, new SettingVersions(jdbi, Audited::setting, clock));
        // Whatever script the line runs now: the keys of the invented calls are those of the packaged one.
        var source = new CurrentFolder.Source(Optional.empty(), number, DutyPhones.NONE);
        var folder = CurrentFolder.open(source, keeping, plan, clock);
        var casework = new Casework(folder::dueTimes, folder::eligibility, chance);
        var recordings = new Recordings(jdbi, casework, clock);
        var texts = new Texts(jdbi, folder::texts, folder::quietHours, clock);
        var suppressions = new Suppressions();
        var features = new Features(casework, recordings, new Confirmations(texts, scripts, () -> {}), suppressions);
        return new Week.Line(
                jdbi,
                plan,
                new Calls(jdbi, scripts, new Engine(new UkKeypad(plan)), features, folder::beginning, clock),
                recordings,
                new IncomingTexts(jdbi, suppressions, casework::openForText, clock),
                texts,
                Desks.of(() -> new Desks.CaseSettings(
                        folder.dueTimes(), folder.attempts(), folder.eligibility(), folder.urgency())),
                folder::hours);
    }

    /** The sandbox forgets at each start which messages it has; the database does not. */
    static void keepSounds(Jdbi jdbi, Sandbox sandbox) {
        List<Sound> sounds = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT sid, call_sid, left_at, seconds
                          FROM recording
                         WHERE status = 'completed'
                         ORDER BY left_at
                        """)
                .map((row, context) -> new Sound(
                        row.getString("sid"),
                        row.getString("call_sid"),
                        row.getTimestamp("left_at").toInstant(),
                        Duration.ofSeconds(row.getLong("seconds"))))
                .list());
        sounds.forEach(sound -> sandbox.keeps(sound.sid(), sound.call(), sound.left(), sound.length()));
    }

    private record Sound(String sid, String call, Instant left, Duration length) {}
}
