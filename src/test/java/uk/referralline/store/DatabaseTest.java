package uk.referralline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.referralline.casework.CaseId;
import uk.referralline.number.PhoneNumber;

class DatabaseTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+447700900123");

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(TestDatabase.fresh())
                .text(PhoneNumber.class, PhoneNumber::new, PhoneNumber::e164)
                .number(CaseId.class, CaseId::new, CaseId::value);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void ourValuesComeBackAsTheyWent() {
        assertThat(echo("SELECT CAST(:value AS text)", NUMBER, PhoneNumber.class))
                .contains(NUMBER);
        assertThat(echo("SELECT CAST(:value AS bigint)", new CaseId(7), CaseId.class))
                .contains(new CaseId(7));
    }

    @Test
    void aMomentComesBackToTheMicrosecondWhateverTheZones() {
        var summerNight = Instant.parse("2026-10-25T01:30:00.123456Z");

        assertThat(echo("SELECT CAST(:value AS timestamptz)", summerNight, Instant.class))
                .contains(summerNight);
    }

    @Test
    void aStatementThatTakesTooLongFailsRatherThanHangs() {
        String patience = database.jdbi()
                .withHandle(handle -> handle.createQuery("SHOW statement_timeout")
                        .mapTo(String.class)
                        .one());

        assertThat(patience).isEqualTo("4s");
    }

    @Test
    void anErrorDoesNotRepeatWhatTheStatementWasGiven() {
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() -> database.jdbi()
                        .useHandle(handle -> handle.createUpdate("INSERT INTO tally VALUES (:name, '2026-11-24', -1)")
                                .bind("name", NUMBER.e164())
                                .execute()))
                .satisfies(wrong -> {
                    for (Throwable each = wrong; each != null; each = each.getCause()) {
                        assertThat(String.valueOf(each)).doesNotContain(NUMBER.e164());
                    }
                });
    }

    @Test
    void aDatabaseThatCannotBeReachedIsToldInOneSentence() {
        assertThatThrownBy(() -> Database.open("jdbc:postgresql://127.0.0.1:1/line?user=nobody"))
                .isInstanceOf(StartFailure.class)
                .hasMessage("DATABASE_URL names a database that cannot be reached.");
    }

    private <T> Optional<T> echo(String sql, T value, Class<T> type) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql)
                        .bindByType("value", value, type)
                        .mapTo(type)
                        .findOne());
    }
}
