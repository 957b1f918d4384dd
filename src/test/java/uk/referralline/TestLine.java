package uk.referralline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sandbox.Sandbox;
import uk.referralline.sandbox.SandboxCall;
import uk.referralline.sandbox.Settings;
import uk.referralline.store.TestDatabase;
import uk.referralline.twilio.TwilioUrls;

/**
 * A whole line for one test: a real server and a real PostgreSQL of its own, with the sandbox on the other side of the wire
 * and a clock set by hand. It begins on Tuesday 24 November 2026 at a quarter past ten.
 */
public final class TestLine implements BeforeEachCallback, AfterEachCallback {
    public static final String SID = "AC" + "5".repeat(32);
    public static final String TOKEN = "a token for tests";
    public static final String LINE = "+443069990100";
    public static final String SENDER = "+447700900999";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final AtomicReference<Instant> time = new AtomicReference<>();
    private final AtomicReference<List<PhoneNumber>> onDuty = new AtomicReference<>(List.of());
    private final Supplier<Optional<ScriptsForTest>> newScripts;
    private Optional<ScriptsForTest> scripts = Optional.empty();
    private Sandbox sandbox;
    private Line line;
    private Config config;

    public TestLine() {
        this(Optional::empty);
    }

    private TestLine(Supplier<Optional<ScriptsForTest>> newScripts) {
        this.newScripts = newScripts;
    }

    /** A line on a copy of the shipped {@code ivr-scripts/}, which the test may edit. */
    public static TestLine withOwnScripts() {
        return new TestLine(() -> Optional.of(ScriptsForTest.copied()));
    }

    /** A line on a call script of a few steps, which the test may edit. */
    public static TestLine withSmallScripts() {
        return new TestLine(() -> Optional.of(ScriptsForTest.small()));
    }

    /** A line on a call script with a language of recordings, which the test may edit. */
    public static TestLine withRecordedLanguage() {
        return new TestLine(() -> Optional.of(ScriptsForTest.recorded()));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        setTime("2026-11-24T10:15");
        scripts = newScripts.get();
        InstantSource clock = time::get;
        sandbox = Sandbox.start(Settings.of(SID, TOKEN).with(clock, new SplittableRandom(7)));
        int port = FreePorts.next();
        String publicUrl = "http://127.0.0.1:" + port;
        var account = new Config.Account(SID, List.of(TOKEN), SID, TOKEN, sandbox.url(), LINE, SENDER);
        config = new Config(
                "127.0.0.1",
                port,
                publicUrl,
                Optional.of(TestDatabase.fresh()),
                Optional.of(account),
                scripts.map(ScriptsForTest::folder),
                true);
        var urls = TwilioUrls.of(publicUrl, sandbox.url(), SID);
        sandbox.number(LINE)
                .voiceUrl(urls.incoming())
                .voiceFallbackUrl(urls.fallback())
                .statusCallback(urls.callStatus());
        sandbox.number(SENDER).smsUrl(urls.incomingText());
        line = Line.start(config, new Line.Machine(clock, new SplittableRandom(11), false, at -> onDuty.get()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        line.close();
        sandbox.close();
        scripts.ifPresent(ScriptsForTest::delete);
    }

    /** Sets the clock to a time in England, such as {@code 2026-11-24T10:15}. */
    public void setTime(String local) {
        time.set(LocalDateTime.parse(local).atZone(LONDON).toInstant());
    }

    public void setTime(Instant instant) {
        time.set(instant);
    }

    /** From now on these phones ring for a caller who wants a person; at first there are none. */
    public void putOnDuty(String... numbers) {
        onDuty.set(Arrays.stream(numbers).map(PhoneNumber::new).toList());
    }

    public Instant time() {
        return time.get();
    }

    /** The copy that may be edited. */
    ScriptsForTest scripts() {
        return scripts.orElseThrow();
    }

    public Sandbox twilio() {
        return sandbox;
    }

    public SandboxCall callFrom(String number) {
        return sandbox.callFrom(number);
    }

    /** Carries out what is due, and lets the provider tell what became of it. */
    public void runDue() {
        line.runDue();
        sandbox.settle();
    }

    /** Looks for what nobody has taken, and sends those on duty what they should know. */
    public void escalate() {
        line.escalate();
        runDue();
    }

    /** Stops the node and starts another in its place, on the same database. */
    public void restart() {
        line.close();
        line = Line.start(config, new Line.Machine(time::get, new SplittableRandom(17), false, at -> onDuty.get()));
    }

    public Line node() {
        return line;
    }

    /** Another node on the same database; the caller closes it. */
    public Line anotherNode() {
        int port = FreePorts.next();
        var other = new Config(
                "127.0.0.1",
                port,
                config.publicUrl(),
                config.databaseUrl(),
                config.twilio(),
                config.ivrScripts(),
                true);
        return Line.start(other, new Line.Machine(time::get, new SplittableRandom(13), false, at -> onDuty.get()));
    }

    public String url() {
        return config.publicUrl();
    }

    /** The database as the line has it, to look and to change rows. */
    public Jdbi jdbi() {
        return line.database().jdbi();
    }

    /** The same database through the connections of another node. */
    public Jdbi jdbi(Line node) {
        return node.database().jdbi();
    }

    /** The database as its owner has it, to break things. */
    public Jdbi owner() {
        return TestDatabase.asOwner(config.databaseUrl().orElseThrow());
    }

    /** Where that is, with the name of its owner. */
    public String databaseUrl() {
        return config.databaseUrl().orElseThrow();
    }

    /** One value from the database, as text. */
    public String value(String sql) {
        return jdbi().withHandle(handle ->
                handle.createQuery(sql).mapTo(String.class).findOne().orElse("none"));
    }

    /** A column of values from the database, as text. */
    public List<String> values(String sql) {
        return jdbi().withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
