package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;
import uk.referralline.sandbox.SandboxCall;

/** A manager takes everything about a case out of the console, and the audit says why. */
class CaseCopiesTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    private String path;

    @BeforeEach
    void somebodyCalled() {
        SandboxCall call = line.callFrom("+447700900123");
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1", "2"}) {
            call.presses(key);
        }
        call.hangsUp();
        line.runDue();
        path = "/case/" + line.value("SELECT id FROM case_record");
    }

    @Test
    void theCopyHasWhatIsKnownWhatHappenedAndWhatWasSaid() {
        Browser manager = Browser.signedIn(line, Role.MANAGER).get(path);
        manager.post(path + "/note", "note", "Prefers the afternoon.\nLarch ward.")
                .follow();

        manager.post(path + "/copy", "copy-why", "The person asked what we hold");

        assertThat(manager.status()).isEqualTo(200);
        assertThat(manager.header("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(manager.header("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"case-[0-9]{7}\\.txt\"");
        assertThat(manager.body())
                .startsWith("CONFIDENTIAL")
                .contains(
                        "Copied on Tuesday 24 November 2026 at 10:15am by Test manager",
                        "Why: The person asked what we hold",
                        "07700 900123",
                        "WHAT HAPPENED, THE NEWEST FIRST",
                        "    Prefers the afternoon.\r\n    Larch ward.",
                        "The caller said nothing that was recorded",
                        "The line said Hello. This is the advocacy line")
                .doesNotContain("{", "Optional", "null");
    }

    @Test
    void aHospitalHasItsNameInTheCopy() {
        line.value("UPDATE callback SET number = NULL, place = 'st-michaels' RETURNING 1");
        Browser manager = Browser.signedIn(line, Role.MANAGER).get(path);

        manager.post(path + "/copy", "copy-why", "The person asked what we hold");

        assertThat(manager.body())
                .containsPattern("Was promised a call\\R +St Michael's Hospital")
                .doesNotContain("St michaels");
    }

    @Test
    void theCopyIsInTheAuditWithItsReasonAndNoneIsMadeWithoutOne() {
        Browser manager = Browser.signedIn(line, Role.MANAGER).get(path);

        manager.post(path + "/copy", "copy-why", " ");
        assertThat(manager.status()).isEqualTo(422);
        assertThat(manager.body()).contains("Say why, in a few words.");
        assertThat(line.value("SELECT count(*) FROM audit_entry WHERE action = 'export'"))
                .isEqualTo("0");

        manager.post(path + "/copy", "copy-why", "For the hospital's own advocates");
        assertThat(line.values("SELECT subject_id || ': ' || audit_reason.why"
                        + " FROM audit_entry JOIN audit_reason USING (seq) WHERE action = 'export'"))
                .containsExactly(line.value("SELECT id FROM case_record") + ": For the hospital's own advocates");
    }

    @Test
    void onlyAManagerTakesOne() {
        Browser advocate = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);

        assertThat(advocate.body()).doesNotContain("Take a copy");
        assertThat(advocate.post(path + "/copy", "copy-why", "I want it").status())
                .isEqualTo(403);
        assertThat(Optional.of(advocate.body()).filter(body -> body.contains("07700 900123")))
                .isEmpty();
    }
}
