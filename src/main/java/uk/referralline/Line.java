package uk.referralline;

import io.javalin.Javalin;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import uk.referralline.audit.Chain;
import uk.referralline.console.Route;
import uk.referralline.console.signin.Demo;
import uk.referralline.duty.DutyPhones;
import uk.referralline.outbox.Worker;
import uk.referralline.sms.Texts;
import uk.referralline.store.Database;

/** One node of the running service: its parts are built in order, each by {@code new}. */
public final class Line implements AutoCloseable {
    private static final Duration LOST_CALLS = Duration.ofMinutes(1);
    private static final Duration TIDYING = Duration.ofHours(1);
    private static final Duration LIVE = Duration.ofSeconds(1);
    private static final Duration SHIFTS = Duration.ofSeconds(10);
    private static final Duration EDITS = Duration.ofSeconds(2);
    private static final Duration ANCHORS = Duration.ofHours(1);

    private final Basis basis;
    private final Backstage backstage;
    private final Switchboard switchboard;
    private final Desk desk;
    private final Javalin server;

    private Line(Basis basis, Backstage backstage, Switchboard switchboard, Desk desk) {
        this.basis = basis;
        this.backstage = backstage;
        this.switchboard = switchboard;
        this.desk = desk;
        this.server = switchboard.listen(desk.console());
    }

    /**
     * What the service takes from the machine.
     *
     * @param works whether the node carries out the outbox by itself; a test does so by hand, in its own time
     * @param duty who is rung for a caller who wants a person
     */
    public record Machine(InstantSource clock, RandomGenerator chance, boolean works, DutyPhones duty) {}

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
        var basis = Basis.of(config, machine, database);
        var backstage = Backstage.of(basis);
        var line = new Line(basis, backstage, Switchboard.of(basis, backstage), Desk.of(basis, backstage, demo));
        if (machine.works()) {
            line.work();
        }
        return line;
    }

    private void work() {
        Worker worker = backstage.worker();
        worker.every(LOST_CALLS, "ending lost calls", this::endLostCalls);
        worker.every(TIDYING, "tidying the door", this::tidyDoor);
        worker.every(LIVE, "telling pages that the queue has changed", this::tellPages);
        worker.every(SHIFTS, "looking who is on duty", basis.rung()::look);
        worker.every(EDITS, "looking for an edited call script", this::lookForEdits);
        worker.every(ANCHORS, "telling the newest entry of the audit", new Chain(basis.jdbi())::tell);
        worker.start();
        backstage.lookout().start();
    }

    /** Carries out what is due in the outbox, now and on this thread. */
    public void runDue() {
        backstage.worker().runDue();
    }

    Database database() {
        return basis.database();
    }

    /** Every address of the console, and who may use it. */
    public List<Route> rules() {
        return desk.console().rules();
    }

    /** Every address that the server answers, as method and path. */
    public List<String> addresses() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint.method + " " + each.endpoint.path)
                .toList();
    }

    Texts texts() {
        return backstage.texts();
    }

    /** Looks for what nobody has taken and tells who should know, now and on this thread; the outbox has the texts. */
    void escalate() {
        backstage.lookout().look();
    }

    /** Tells open pages that the queue has changed, now and on this thread. */
    public void tellPages() {
        desk.queueEvents().look();
    }

    /** Ends calls whose end nobody told us of, now and on this thread. */
    void endLostCalls() {
        switchboard.calls().endLost();
    }

    /** Looks for an edited call script, now and on this thread; it is taken at the second look that finds it the same. */
    void lookForEdits() {
        basis.folder().look();
    }

    /** Forgets what has ended at the console's door, now and on this thread. */
    public void tidyDoor() {
        desk.door().tidy();
    }

    public int port() {
        return server.port();
    }

    /** Stops taking requests, finishes the one at hand, and lets the database go. */
    @Override
    public void close() {
        server.stop();
        backstage.lookout().close();
        backstage.worker().close();
        basis.database().close();
    }
}
