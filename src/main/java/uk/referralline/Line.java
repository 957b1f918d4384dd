package uk.referralline;

import io.javalin.Javalin;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.audit.Chain;
import uk.referralline.call.CallStory;
import uk.referralline.call.Calls;
import uk.referralline.call.Confirmations;
import uk.referralline.call.Features;
import uk.referralline.call.Scripts;
import uk.referralline.call.Transfers;
import uk.referralline.call.UkKeypad;
import uk.referralline.casework.Casework;
import uk.referralline.casework.Desks;
import uk.referralline.console.CallPages;
import uk.referralline.console.CaseWork;
import uk.referralline.console.Console;
import uk.referralline.console.DutyPages;
import uk.referralline.console.QueueEvents;
import uk.referralline.console.Route;
import uk.referralline.console.ScriptPages;
import uk.referralline.console.SettingsPage;
import uk.referralline.console.TextPages;
import uk.referralline.console.Wallboard;
import uk.referralline.console.signin.Demo;
import uk.referralline.console.signin.Door;
import uk.referralline.console.signin.Ground;
import uk.referralline.duty.DutyPhones;
import uk.referralline.escalation.AlertRules;
import uk.referralline.escalation.AlertTexts;
import uk.referralline.escalation.Escalation;
import uk.referralline.escalation.Lookout;
import uk.referralline.escalation.StaffTexts;
import uk.referralline.ivr.Engine;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;
import uk.referralline.outbox.Worker;
import uk.referralline.recording.Deletion;
import uk.referralline.recording.RecordingSid;
import uk.referralline.recording.Recordings;
import uk.referralline.settings.SettingVersions;
import uk.referralline.sms.CallerTexts;
import uk.referralline.sms.IncomingTexts;
import uk.referralline.sms.Suppressions;
import uk.referralline.sms.TextRules;
import uk.referralline.sms.Texts;
import uk.referralline.store.Database;
import uk.referralline.twilio.RecordedPrompts;
import uk.referralline.twilio.RestAccount;
import uk.referralline.twilio.Signature;
import uk.referralline.twilio.SignedRequests;
import uk.referralline.twilio.SmsWebhook;
import uk.referralline.twilio.TransferWebhook;
import uk.referralline.twilio.TwilioRecordings;
import uk.referralline.twilio.TwilioRest;
import uk.referralline.twilio.TwilioUrls;
import uk.referralline.twilio.Twiml;
import uk.referralline.twilio.VoiceWebhook;
import uk.referralline.web.Health;
import uk.referralline.web.Metrics;
import uk.referralline.web.Routes;

/** One node of the running service: every object of it is built here, by {@code new}. */
public final class Line implements AutoCloseable {
    private static final Duration LOST_CALLS = Duration.ofMinutes(1);
    private static final Duration TIDYING = Duration.ofHours(1);
    private static final Duration LIVE = Duration.ofSeconds(1);
    private static final Duration SHIFTS = Duration.ofSeconds(10);
    private static final Duration EDITS = Duration.ofSeconds(2);
    private static final Duration ANCHORS = Duration.ofHours(1);

    private final Database database;
    private final CurrentFolder folder;
    private final Calls calls;
    private final Texts texts;
    private final Worker worker;
    private final Lookout lookout;
    private final Door door;
    private final Console console;
    private final QueueEvents queueEvents;
    private final Javalin server;

    private Line(Database database, Parts parts, Javalin server) {
        this.database = database;
        this.folder = parts.folder();
        this.calls = parts.calls();
        this.texts = parts.texts();
        this.worker = parts.worker();
        this.lookout = parts.lookout();
        this.door = parts.door();
        this.console = parts.console();
        this.queueEvents = parts.queueEvents();
        this.server = server;
    }

    /**
     * What the service takes from the machine.
     *
     * @param works whether the node carries out the outbox by itself; a test does so by hand, in its own time
     * @param duty who is rung for a caller who wants a person
     */
    public record Machine(InstantSource clock, RandomGenerator chance, boolean works, DutyPhones duty) {}

    /** What a node keeps hold of. */
    private record Parts(
            CurrentFolder folder,
            Calls calls,
            Texts texts,
            Worker worker,
            Lookout lookout,
            Door door,
            Console console,
            QueueEvents queueEvents) {}

    /**
     * Builds and starts a node; it answers calls when this returns.
     *
     * @param config with a database and an account
     * @throws uk.referralline.store.StartFailure with one sentence, if it cannot start
     * @throws RefusedFolder if the call script or what goes with it is wrong
     * @throws uk.referralline.yaml.FaultyFiles if it cannot be read at all
     */
    public static Line start(Config config, Machine machine) {
        return start(config, machine, Optional.empty());
    }

    /** The same, with the people of the sandbox. */
    static Line start(Config config, Machine machine, Optional<Demo> demo) {
        Database database = ValueTypes.open(config.databaseUrl().orElseThrow());
        try {
            return start(config, machine, demo, database);
        } catch (RuntimeException wrong) {
            database.close();
            throw wrong;
        }
    }

    private static Line start(Config config, Machine machine, Optional<Demo> demo, Database database) {
        Config.Account account = config.twilio().orElseThrow();
        InstantSource clock = machine.clock();
        var plan = new NumberPlan(config.testNumbers());
        Jdbi jdbi = database.jdbi();
        var urls = TwilioUrls.of(config.publicUrl(), account.apiUrl(), account.sid());
        var rest = new RestAccount(account.sid(), account.apiUser(), account.apiSecret(), account.apiUrl());
        var twilio = new TwilioRest(rest, account.sender(), urls);

        var own = new PhoneNumber(account.line());
        String number = plan.written(own);
        var scripts = new Scripts(jdbi, files -> ScriptFolder.texts(files, number), clock);
        var rung = new Rung(machine.duty(), jdbi, plan, clock);
        rung.look();
        var settings = new SettingVersions(jdbi, Audited::setting, clock);
        var keeping = new CurrentFolder.Keeping(scripts, settings);
        var folder =
                CurrentFolder.open(new CurrentFolder.Source(config.ivrScripts(), number, rung), keeping, plan, clock);

        var casework = new Casework(folder::dueTimes, folder::eligibility, machine.chance());
        var recordings = new Recordings(jdbi, casework, clock);
        var suppressions = new Suppressions();
        var texts = new Texts(jdbi, folder::texts, folder::quietHours, clock);
        var carrier = CallerTexts.carrier(jdbi, texts, new TextRules(plan, suppressions), twilio);
        var alerts = new AlertTexts(jdbi, folder::texts, clock);
        var told = new Escalation.Folder(folder::hours, folder::escalation);
        var worker = new Worker(
                jdbi,
                Map.of(
                        Texts.JOB,
                        carrier,
                        AlertTexts.JOB,
                        StaffTexts.carrier(jdbi, alerts, new AlertRules(told, plan), twilio),
                        Deletion.JOB,
                        new Deletion(new TwilioRecordings(rest))),
                clock,
                machine.chance());
        var escalation = new Escalation(jdbi, told, plan, alerts);
        var lookout = new Lookout(database.dataSource(), () -> look(escalation, worker), clock);

        var engine = new Engine(new UkKeypad(plan));
        var calls = new Calls(
                jdbi,
                scripts,
                engine,
                new Features(casework, recordings, new Confirmations(texts, scripts, worker::nudge), suppressions),
                folder::beginning,
                clock);
        var incoming = new IncomingTexts(jdbi, suppressions, casework::openForText, clock);

        var twiml = new Twiml(urls, own);
        var metrics = new Metrics();
        metrics.gauge(
                "line_bank_holidays_days_left", "Days for which the bank holidays are known", folder::holidayDaysLeft);
        var desks = Desks.of(() ->
                new Desks.CaseSettings(folder.dueTimes(), folder.attempts(), folder.eligibility(), folder.urgency()));
        var leftMessages = new TwilioRecordings(rest);
        var work = new CaseWork(
                jdbi,
                desks,
                plan,
                folder::attempts,
                folder::wards,
                sid -> leftMessages.sound(new RecordingSid(sid)),
                (handle, sid, at) -> recordings.erase(handle, new RecordingSid(sid), at));
        var queueEvents = new QueueEvents(jdbi, clock);
        var ground = new Ground(jdbi, clock, machine.chance(), Audited.signIns("console"));
        var door = new Door(ground, demo);
        var lists = new Console.Lists(
                new CallPages(jdbi, new CallStory(scripts, plan)),
                new TextPages(jdbi),
                new Wallboard(jdbi),
                new ScriptPages(folder, jdbi),
                new SettingsPage(jdbi, folder));
        var console = new Console(
                ground,
                door,
                config.publicUrl(),
                Console.Work.of(work, queueEvents, DutyPages.of(jdbi, folder::hours), lists));

        var routes = new Routes(
                new SignedRequests(new Signature(account.tokens()), config.publicUrl()),
                new VoiceWebhook(calls, recordings, plan, twiml),
                new TransferWebhook(new Transfers(jdbi, scripts, engine, clock), twiml),
                new RecordedPrompts(scripts::recording),
                new SmsWebhook(
                        incoming::receive,
                        (id, sid, status, code) -> {
                            texts.heard(id, sid, status, code);
                            alerts.heard(id, sid, status, code);
                        },
                        (sid, status, code) -> {
                            texts.heardBySid(sid, status, code);
                            alerts.heardBySid(sid, status, code);
                        }),
                new Health(database),
                metrics,
                console);
        Javalin server = routes.server(config.host(), config.port()).start();
        if (machine.works()) {
            worker.every(LOST_CALLS, "ending lost calls", calls::endLost);
            worker.every(TIDYING, "tidying the door", door::tidy);
            worker.every(LIVE, "telling pages that the queue has changed", queueEvents::look);
            worker.every(SHIFTS, "looking who is on duty", rung::look);
            worker.every(EDITS, "looking for an edited call script", folder::look);
            worker.every(ANCHORS, "telling the newest entry of the audit", new Chain(jdbi)::tell);
            worker.start();
            lookout.start();
        }
        return new Line(database, new Parts(folder, calls, texts, worker, lookout, door, console, queueEvents), server);
    }

    private static void look(Escalation escalation, Worker worker) {
        escalation.look();
        worker.nudge();
    }

    /** Carries out what is due in the outbox, now and on this thread. */
    public void runDue() {
        worker.runDue();
    }

    Database database() {
        return database;
    }

    /** Every address of the console, and who may use it. */
    public List<Route> rules() {
        return console.rules();
    }

    /** Every address that the server answers, as method and path. */
    public List<String> addresses() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint.method + " " + each.endpoint.path)
                .toList();
    }

    Texts texts() {
        return texts;
    }

    /** Looks for what nobody has taken and tells who should know, now and on this thread; the outbox has the texts. */
    void escalate() {
        lookout.look();
    }

    /** Tells open pages that the queue has changed, now and on this thread. */
    public void tellPages() {
        queueEvents.look();
    }

    /** Ends calls whose end nobody told us of, now and on this thread. */
    void endLostCalls() {
        calls.endLost();
    }

    /** Looks for an edited call script, now and on this thread; it is taken at the second look that finds it the same. */
    void lookForEdits() {
        folder.look();
    }

    /** Forgets what has ended at the console's door, now and on this thread. */
    public void tidyDoor() {
        door.tidy();
    }

    public int port() {
        return server.port();
    }

    /** Stops taking requests, finishes the one at hand, and lets the database go. */
    @Override
    public void close() {
        server.stop();
        lookout.close();
        worker.close();
        database.close();
    }
}
