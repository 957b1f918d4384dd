package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.OpeningHours;
import uk.referralline.duty.Role;
import uk.referralline.duty.RotaRequest;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.WeeklyShift;

/** What hangs on the office's wall. */
class WallboardTest {
    private static final String MOBILE = "+447700900123";

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void anEmptyDayIsAllNoughtsAndNobody() {
        Browser analyst = Browser.signedIn(line, Role.ANALYST).get("/wallboard");

        assertThat(analyst.body())
                .contains(
                        "<dt>Waiting</dt><dd>0</dd>",
                        "<dt>Overdue</dt><dd>0</dd>",
                        "Nobody",
                        "None yet",
                        "As of 10:15am")
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"15; url=/wallboard/again\"></noscript>")
                .doesNotContain("line-board__big--late");
    }

    @Test
    void itCountsWhatWaitsAndWhatIsLate() {
        book();
        Browser manager = Browser.signedIn(line, Role.MANAGER).get("/wallboard");
        assertThat(manager.body())
                .contains("<dt>Waiting</dt><dd>1</dd>", "<dt>Calls</dt><dd>1</dd>", "<dt>Promised</dt><dd>1</dd>");

        line.setTime("2026-11-27T16:30");
        manager = Browser.signedIn(line, Role.MANAGER).get("/wallboard");
        assertThat(manager.body()).contains("<dt>Due within the hour</dt><dd>1</dd>", "<dt>Calls</dt><dd>0</dd>");

        line.setTime("2026-11-27T17:01");
        manager = Browser.signedIn(line, Role.MANAGER).get("/wallboard");
        assertThat(manager.body()).contains("<dt>Overdue</dt><dd>1</dd>", "line-board__big--late");
    }

    @Test
    void aFirstCallBackByItsTimeIsKeptInTimeAndALaterOneIsNot() {
        book();
        attempt("2026-11-24T11:00");
        book();
        attempt("2026-11-30T11:00");

        line.setTime("2026-11-24T15:00");
        assertThat(Browser.signedIn(line, Role.MANAGER).get("/wallboard").body())
                .contains("1 of 1");
        line.setTime("2026-11-30T15:00");
        assertThat(Browser.signedIn(line, Role.MANAGER).get("/wallboard").body())
                .contains("0 of 1");
    }

    @Test
    void itShowsFirstNamesOfThoseOnDutyAndNobodyElse() {
        line.jdbi().useTransaction(handle -> {
            AdvocateId asha = new Advocates()
                    .add(
                            handle,
                            new NewAdvocate("Asha Bell", "asha", Role.DUTY_ADVOCATE, Optional.empty()),
                            line.time())
                    .orElseThrow();
            LocalDate day = line.time().atZone(OpeningHours.LONDON).toLocalDate();
            AdvocateId maya = new Advocates()
                    .add(handle, new NewAdvocate("Maya Dunn", "maya", Role.MANAGER, Optional.empty()), line.time())
                    .orElseThrow();
            new Rotas()
                    .add(
                            handle,
                            WeeklyShift.once(asha, day, LocalTime.of(9, 0), LocalTime.of(17, 0)),
                            new RotaRequest(maya, line.time()));
        });
        book();

        Browser analyst = Browser.signedIn(line, Role.ANALYST).get("/wallboard");

        assertThat(analyst.body())
                .contains(">Asha<")
                .doesNotContain("Bell", "900123", "ends 123", line.value("SELECT reference FROM case_record"));
    }

    @Test
    void aScreenReaderIsToldOfAnotherNumberOfOverdueCasesAndOfNothingElse() {
        book();
        line.setTime("2026-11-27T17:01");
        Browser manager = Browser.signedIn(line, Role.MANAGER).get("/wallboard/board?overdue=0");
        assertThat(manager.body()).contains("hx-swap-oob", "1 case is overdue.", "/wallboard/board?overdue=1");

        assertThat(manager.get("/wallboard/board?overdue=1").body()).doesNotContain("hx-swap-oob", "<html");
    }

    @Test
    void itKeepsAnAnalystSignedInForTheDayAndNoLonger() {
        Browser analyst = Browser.signedIn(line, Role.ANALYST);
        analyst.get("/wallboard");
        for (int quarters = 0; quarters < 4 * 12 - 1; quarters++) {
            line.setTime(line.time().plus(Duration.ofMinutes(15)));
            assertThat(analyst.get("/wallboard/board?overdue=0").status()).isEqualTo(200);
        }

        line.setTime(line.time().plus(Duration.ofMinutes(16)));
        assertThat(analyst.get("/wallboard/board?overdue=0").status()).isEqualTo(401);
    }

    @Test
    void itKeepsNobodyElseSignedInByItself() {
        Browser manager = Browser.signedIn(line, Role.MANAGER).get("/wallboard");
        String seen = line.value("SELECT seen_at FROM sign_in_session");
        line.setTime("2026-11-24T10:20");

        assertThat(manager.get("/wallboard/board?overdue=0").status()).isEqualTo(200);
        assertThat(manager.get("/wallboard/again").status()).isEqualTo(200);

        assertThat(line.value("SELECT seen_at FROM sign_in_session")).isEqualTo(seen);
    }

    @Test
    void aBrowserWithoutScriptsIsLedToTheDoorWhenItIsSignedOut() {
        Browser nobody = Browser.of(line).with("Accept", "text/html,*/*;q=0.8").get("/wallboard/again");

        assertThat(nobody.location()).isEqualTo("/sign-in?wanted=%2Fwallboard%2Fagain");
        assertThat(Browser.of(line).get("/wallboard/board").status()).isEqualTo(401);
    }

    private void book() {
        line.callFrom(MOBILE)
                .presses("1")
                .presses("1")
                .presses("1")
                .presses("2")
                .hangsUp();
    }

    private void attempt(String at) {
        line.setTime(at);
        line.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        WITH called AS (
                            INSERT INTO advocate (name, sign_in, role, active, added_at)
                            VALUES (:name, :name, 'duty-advocate', true, :at)
                            RETURNING id
                        )
                        INSERT INTO callback_attempt (case_id, callback_id, advocate_id, disposition, at)
                        SELECT callback.case_id, callback.id, called.id, 'no-answer', :at
                          FROM callback, called
                         WHERE callback.id = (SELECT max(id) FROM callback)
                        """)
                        .bind("name", at.toLowerCase(java.util.Locale.ROOT))
                        .bind("at", line.time())
                        .execute());
        line.setTime("2026-11-24T10:15");
    }
}
