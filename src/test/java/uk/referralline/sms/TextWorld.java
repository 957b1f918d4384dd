package uk.referralline.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.casework.CaseId;
import uk.referralline.duty.OpeningHours;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;
import uk.referralline.outbox.Carrier;
import uk.referralline.outbox.Worker;
import uk.referralline.store.Database;
import uk.referralline.store.TestDatabase;
import uk.referralline.yaml.Faults;

/** Everything behind a text, on a database of its own and a clock by hand, with a provider that obeys. */
final class TextWorld implements AutoCloseable {
    static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    static final PhoneNumber MOBILE = new PhoneNumber("+447700900123");

    final FakeProvider provider = new FakeProvider();
    final Suppressions suppressions = new Suppressions();
    final Database database = Database.open(TestDatabase.fresh())
            .text(PhoneNumber.class, PhoneNumber::new, PhoneNumber::e164)
            .number(CaseId.class, CaseId::new, CaseId::value);
    final Jdbi jdbi = database.jdbi();
    final Texts texts;
    final Carrier carrier;
    final Worker worker;
    Instant now = MONDAY;

    TextWorld() {
        var faults = new Faults();
        SmsTemplates templates =
                SmsTemplates.read("sms/en-GB.yaml", shipped("sms/en-GB.yaml"), SmsTemplatesTest.LINE, faults);
        faults.throwIfAny();
        OpeningHours hours = OpeningHours.read(
                        shipped("opening-hours.yaml"), shipped("bank-holidays.yaml"), faults::add)
                .orElseThrow();
        texts = new Texts(jdbi, () -> templates, () -> new QuietHours(hours), () -> now);
        var rules = new TextRules(new NumberPlan(true), suppressions);
        carrier = CallerTexts.carrier(jdbi, texts, rules, provider);
        worker = anotherWorker();
    }

    Worker anotherWorker() {
        return new Worker(jdbi, Map.of(Texts.JOB, carrier), () -> now, new Random(3));
    }

    /** A case whose person may be texted on this number, unless the test takes something of that away. */
    CaseId caseOf(PhoneNumber number) {
        CaseId id = openCase();
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO contact_permission (case_id, number, own_phone, may_text, asked_at) VALUES (?, ?, true, true, ?)",
                id.value(),
                number.e164(),
                now));
        return id;
    }

    CaseId openCase() {
        return jdbi.inTransaction(handle -> openCase(handle, now));
    }

    static CaseId openCase(Handle handle, Instant at) {
        return new CaseId(
                handle.createQuery("""
                        INSERT INTO case_record (reference, kind, status, urgency, queue, due_at, opened_at)
                        SELECT lpad(CAST(count(*) AS text), 7, '0'), 'general', 'open', 'U3', 'duty', :at, :at FROM case_record
                        RETURNING id
                        """).bind("at", at).mapTo(Long.class).one());
    }

    boolean queue(CaseId caseId, String template, String key) {
        return queue(caseId, template, key, MOBILE);
    }

    boolean queue(CaseId caseId, String template, String key, PhoneNumber to) {
        var values = Map.of("time", "5pm", "day", "Friday 27 November", "reference", "12 34 56 7");
        var text = new NewText(caseId, template, values, to, key, now);
        return jdbi.inTransaction(handle -> texts.queue(handle, text));
    }

    /** A booked callback's text to somebody who may be texted. */
    UUID queued() {
        queue(caseOf(MOBILE), "callback-booked", "booked");
        return onlyText();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    UUID onlyText() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM text_message")
                .mapTo(UUID.class)
                .one());
    }

    String status(UUID id) {
        return column(id, "status");
    }

    String column(UUID id, String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT <name> FROM text_message WHERE id = :id")
                .define("name", name)
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    List<String> events(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT status FROM text_message_event WHERE text_id = :id ORDER BY id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    String job() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT status FROM outbox")
                .mapTo(String.class)
                .one());
    }

    List<String> list(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    void run(String sql, Object... values) {
        jdbi.useHandle(handle -> handle.execute(sql, values));
    }

    private static String shipped(String file) {
        try {
            return Files.readString(Path.of("ivr-scripts", file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void close() {
        worker.close();
        database.close();
    }
}
