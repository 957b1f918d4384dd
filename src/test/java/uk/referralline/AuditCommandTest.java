package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Anchor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.store.Database;
import uk.referralline.store.TestDatabase;

class AuditCommandTest {
    private static final Instant SUMMER = Instant.parse("2026-06-09T23:15:00Z");

    private final String url = TestDatabase.fresh();
    private final Database database = Database.open(url);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aWholeAuditIsToldWithWhatToKeepElsewhere() {
        assertThat(verify(Optional.empty())).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("The audit is whole: it has no entries yet.");
        note(1);
        assertThat(told()).matches("The audit is whole: 1 entry, the newest of 10 June 2026, 00:15, 1:[0-9a-f]{64}");
        note(1_233);

        String told = told();

        assertThat(told)
                .matches("The audit is whole: 1,234 entries, the newest of 10 June 2026, 00:15, 1234:[0-9a-f]{64}");
        Anchor kept = Anchor.parse(told.replaceFirst(".* ", ""));
        assertThat(verify(Optional.of(kept))).isZero();
    }

    @Test
    void aBrokenAuditIsToldByItsFirstWrongEntry() {
        note(60);
        TestDatabase.asOwner(url).useHandle(handle -> handle.createScript("""
                                ALTER TABLE audit_entry DISABLE TRIGGER audit_is_never_changed;
                                UPDATE audit_entry SET detail = 'claimed' WHERE seq >= 57;
                                """).execute());

        assertThat(verify(Optional.empty())).isEqualTo(1);
        assertThat(out.toString())
                .isEqualToIgnoringNewLines(
                        "Entry 57 does not follow from entry 56: it was changed, or one is missing.");
    }

    @Test
    void whatToExpectIsWrittenAsItWasTold() {
        assertThat(command("audit", "verify", "--expect", "57")).isEqualTo(2);
        assertThat(err.toString()).contains("an anchor is written as a number, a colon and 64 hexadecimal digits");

        assertThat(command("audit")).isEqualTo(2);
        assertThat(err.toString()).contains("audit verify");
    }

    private String told() {
        out.getBuffer().setLength(0);
        assertThat(verify(Optional.empty())).isZero();
        return out.toString().strip();
    }

    private int verify(Optional<Anchor> expected) {
        return AuditCommand.verify(database, expected, new PrintWriter(out, true));
    }

    private void note(int entries) {
        database.jdbi()
                .useTransaction(handle -> IntStream.range(0, entries)
                        .forEach(n -> Audit.note(
                                handle, Entry.of(Actor.service("line"), Action.SEND, Subject.of("case", n), SUMMER))));
    }

    private int command(String... args) {
        return Main.commands()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
