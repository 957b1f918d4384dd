package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;
import uk.referralline.sandbox.SandboxCall;

/** What an advocate reads of the calls on the line. */
class CallPagesTest {
    private static final String MOBILE = "+447700900123";

    @RegisterExtension
    final TestLine line = new TestLine();

    private Browser advocate;

    @BeforeEach
    void signIn() {
        advocate = Browser.signedIn(line, Role.DUTY_ADVOCATE);
    }

    @Test
    void nobodyHasCalledYet() {
        assertThat(advocate.get("/calls").body()).contains("Nobody has called yet.");
    }

    @Test
    void callsAreListedWithHowTheyEnded() {
        line.callFrom("anonymous").presses("1").hangsUp();
        line.callFrom(MOBILE)
                .presses("1")
                .presses("1")
                .presses("1")
                .presses("1")
                .hangsUp();
        line.callFrom("anonymous")
                .presses("0")
                .speaks(Duration.ofSeconds(20))
                .presses("#")
                .hangsUp();
        line.callFrom(MOBILE);

        advocate.get("/calls");

        assertThat(advocate.body())
                .contains("Hung up at “own phone”")
                .contains("We promised a call by Friday 27 November at 5pm")
                .contains("Left a message, due by Wednesday 25 November at 5pm")
                .contains("On the phone now")
                .contains("withheld", "ends 123", "English", "Tue 24 Nov 2026, 10:15am")
                .contains("href=\"/reference/" + line.value("SELECT min(reference) FROM case_record") + "\"")
                .doesNotContain("900123");
    }

    @Test
    void aReferralIsToldAsOne() {
        SandboxCall call = line.callFrom("+447700900200");
        for (String keys : new String[] {"2", "1", "2", "07700900200#", "1", "#", "4", "1"}) {
            call.presses(keys);
        }
        call.speaks(Duration.ofSeconds(30)).presses("#").hangsUp();

        assertThat(advocate.get("/calls").body()).contains("Left a referral, due by ");
    }

    @Test
    void fiftyCallsAreOnAPageAndTheOlderOnesBehindIt() {
        SandboxCall first = line.callFrom(MOBILE).hangsUp();
        for (int i = 0; i < 50; i++) {
            line.setTime(line.time().plusSeconds(1));
            line.callFrom(MOBILE).hangsUp();
        }

        advocate.get("/calls");
        assertThat(advocate.body()).doesNotContain(first.sid());
        var older = Pattern.compile("href=\"(/calls\\?before=CA[0-9a-f]{32})\"").matcher(advocate.body());
        assertThat(older.find()).isTrue();
        advocate.get(older.group(1));

        assertThat(advocate.body()).contains(first.sid(), "Newest calls").doesNotContain("Older calls");
        assertThat(advocate.body().split("<th scope=\"row\"", -1)).hasSize(2);
        assertThat(advocate.get("/calls?before=" + first.sid()).body()).contains("There are no older calls.");
        assertThat(advocate.get("/calls?before=nonsense").status()).isEqualTo(200);
    }

    @Test
    void aCallIsReadInWordsAndTheReadingIsWrittenDown() {
        SandboxCall call = line.callFrom("anonymous").presses("1").presses("2").presses("07700900123#");
        call.presses("1").hangsUp();

        advocate.get("/calls/" + call.sid());

        assertThat(advocate.body())
                .contains("The caller</span> pressed 2", "The caller</span> keyed in a number")
                .contains("The line said</span> Is this your own phone?")
                .contains("You gave us [the number].")
                .doesNotContain("900123", "0 7 7", "0, 7");
        assertThat(line.value("SELECT action || ' ' || subject_kind || ' ' || subject_id FROM audit_entry"
                        + " WHERE action = 'view'"))
                .isEqualTo("view call " + call.sid());
        assertThat(line.values("SELECT actor_kind || ' ' || actor_id || ' ' || action || ' ' || detail"
                        + " FROM audit_entry WHERE subject_kind = 'case'"))
                .as("what the line did itself")
                .containsExactly("service line change request-callback");
    }

    @Test
    void aCallOfAColleaguesCaseIsReadWithAReasonOnly() {
        SandboxCall call = line.callFrom(MOBILE);
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1", "2"}) {
            call.presses(key);
        }
        call.hangsUp();
        String path = "/case/" + line.value("SELECT id FROM case_record");
        Browser manager = Browser.signedIn(line, Role.MANAGER).get(path);
        String colleague = line.value("SELECT max(id) FROM advocate");
        manager.post(path + "/owner", "owner", colleague, "owner-why", "Knows the ward");

        assertThat(advocate.get("/calls/" + call.sid()).status()).isEqualTo(403);
        assertThat(advocate.body())
                .contains("Why do you need this case?", "action=\"" + path + "/open\"")
                .doesNotContain("What was said");
        advocate.post(path + "/open", "why", "The person called again");
        assertThat(advocate.get("/calls/" + call.sid()).body()).contains("What was said", "Is this your own phone?");
    }

    @Test
    void aCallIsOfItsOwnCaseWhoeverHasItsReferenceNow() {
        SandboxCall call = line.callFrom("anonymous").presses("0");
        call.speaks(Duration.ofSeconds(20)).presses("#").hangsUp();
        line.runDue();
        line.jdbi().useHandle(handle -> handle.execute("""
                UPDATE case_record SET status = 'closed', outcome = 'helped-now', closed_at = opened_at
                """));
        line.callFrom("anonymous").presses("1");
        line.jdbi().useHandle(handle -> handle.execute("""
                UPDATE case_record
                   SET reference = (SELECT reference FROM case_record WHERE status = 'closed')
                 WHERE status = 'open'
                """));

        assertThat(advocate.get("/calls/" + call.sid()).status()).isEqualTo(403);
    }

    @Test
    void thereIsNoPageForAnUnknownCall() {
        assertThat(advocate.get("/calls/CA" + "0".repeat(32)).status()).isEqualTo(404);
        assertThat(advocate.get("/calls/x").status()).isEqualTo(404);
        assertThat(line.value("SELECT count(*) FROM audit_entry WHERE action = 'view'"))
                .isEqualTo("0");
    }
}
