package uk.referralline.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.OpeningHours;
import uk.referralline.duty.Role;
import uk.referralline.number.PhoneNumber;

/** A desk with advocates and cases, for tests of casework: as the packaged settings have it, at the test line's time. */
final class Desk {
    static final PhoneNumber OWN = new PhoneNumber("+447700900123");
    static final Permissions EVERYTHING = new Permissions(true, true, true);
    static final Permissions NOTHING = new Permissions(false, false, false);

    private final TestLine line;
    final DueTimes dueTimes;
    final Casework casework;
    final Desks desks;

    Desk(TestLine line) {
        this.line = line;
        OpeningHours hours = OpeningHours.read(
                        text(OpeningHours.HOURS_FILE), text(OpeningHours.HOLIDAYS_FILE), fault -> {})
                .orElseThrow();
        dueTimes = new DueTimes(
                hours, Promises.read(text(Promises.FILE), fault -> {}).orElseThrow());
        var attempts = AttemptRules.read(text(AttemptRules.FILE), Optional.of(hours), fault -> {})
                .orElseThrow();
        var eligibility =
                EligibilityRules.read(text(EligibilityRules.FILE), fault -> {}).orElseThrow();
        var urgency = UrgencyRules.read(text(UrgencyRules.FILE), fault -> {}).orElseThrow();
        desks = Desks.of(() -> new Desks.CaseSettings(dueTimes, attempts, eligibility, urgency));
        casework = new Casework(() -> dueTimes, () -> eligibility, new SplittableRandom(3));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("ivr-scripts", file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    AdvocateId advocate(String name) {
        return line.jdbi()
                .inTransaction(handle -> new Advocates()
                        .add(
                                handle,
                                new NewAdvocate(name, name + "@example.org", Role.DUTY_ADVOCATE, Optional.empty()),
                                line.time()))
                .orElseThrow();
    }

    /** A case whose caller was promised a call on their own mobile, and allowed everything on it. */
    CaseId promised() {
        return promised(OWN, EVERYTHING);
    }

    CaseId promised(PhoneNumber number, Permissions permissions) {
        return with(handle -> {
            CaseId id = casework.open(handle, line.time()).id();
            casework.requestCallback(handle, id, number, permissions, new Casework.Asked(Urgency.U3, line.time()));
            return id;
        });
    }

    By by(AdvocateId advocate) {
        return new By(advocate, line.time());
    }

    /** A change on the case as it is now. */
    Edit edit(CaseId id, AdvocateId advocate) {
        return new Edit(id, version(id), by(advocate));
    }

    int version(CaseId id) {
        return with(handle -> handle.createQuery("SELECT version FROM case_record WHERE id = ?")
                .bind(0, id.value())
                .mapTo(Integer.class)
                .one());
    }

    Optional<String> whyNoCall(CaseId id) {
        return with(handle -> desks.callbacks().whyNoCall(handle, id));
    }

    List<Hint> hints(CaseId id) {
        return with(handle -> desks.links().hints(handle, id));
    }

    List<Link> links(CaseId id) {
        return with(handle -> desks.links().of(handle, id));
    }

    Optional<CaseId> find(Reference reference) {
        return with(handle -> casework.find(handle, reference));
    }

    <T> T with(Function<Handle, T> task) {
        return line.jdbi().inTransaction(task::apply);
    }

    void run(Consumer<Handle> task) {
        line.jdbi().useTransaction(task::accept);
    }

    /** One value of the database, as text; for what has no reading of its own. */
    String ask(String sql, Object... values) {
        return with(handle -> {
            var query = handle.createQuery(sql);
            for (int n = 0; n < values.length; n++) {
                query.bind(n, values[n]);
            }
            return query.mapTo(String.class).findOne().orElse("nothing");
        });
    }
}
