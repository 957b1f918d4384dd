package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.Callers;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;
import uk.referralline.sandbox.SandboxCall;

/** Two cases that may be the same person's: links, merges and what each is told. */
class SamePersonPagesTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void twoCasesOfOneNumberAreMergedAndTwoAgain() {
        String one = Phoned.call(line);
        String two = Phoned.call(line);
        Browser browser = Browser.signedIn(line, Role.MANAGER).get(one);
        assertThat(browser.body()).contains("has the number that ends 123 too");

        browser.post(
                        one + "/merge",
                        "version",
                        Phoned.version(browser),
                        "other",
                        two.substring("/case/".length()),
                        "merge-why",
                        "the same request twice")
                .follow();
        assertThat(browser.body()).contains("Merged into this case");
        assertThat(browser.get(two).body()).contains("This case was merged:");

        browser.get(one);
        browser.post(
                        one + "/unmerge",
                        "version",
                        Phoned.version(browser),
                        "other",
                        two.substring("/case/".length()),
                        "unmerge-why",
                        "two sisters with one phone")
                .follow();
        assertThat(browser.body()).contains("They are two cases again, as they were");
        assertThat(changesOf(two)).containsExactly("merged", "merge-undone", "promised-again");
        assertThat(line.values("SELECT status FROM case_record")).containsOnly("open");
    }

    @Test
    void whatIsDoneOnOneOfTwoLinkedCasesIsInTheAuditOfTheOtherToo() {
        String one = Phoned.call(line);
        String two = Phoned.staffCall(line);
        String other = two.substring("/case/".length());
        Browser browser = Browser.signedIn(line, Role.MANAGER).get(one);

        browser.post(one + "/link", "version", Phoned.version(browser), "other", other, "link-why", "She said so");
        browser.get(one);
        browser.post(one + "/alert", "version", Phoned.version(browser), "alert", "partner reads the phone");
        browser.get(one);
        browser.post(one + "/unlink", "version", Phoned.version(browser), "other", other, "unlink-why", "two sisters");

        assertThat(changesOf(two)).containsExactly("linked", "alert", "unlinked");
    }

    @Test
    void aCallThatChangesAnotherCaseIsInTheAuditOfThatOneToo() {
        String one = Phoned.call(line);
        String two = Phoned.staffCall(line);
        Browser browser = Browser.signedIn(line, Role.MANAGER).get(one);
        String other = two.substring("/case/".length());
        browser.post(one + "/link", "version", Phoned.version(browser), "other", other, "link-why", "She said so");
        String reference = line.value("SELECT reference FROM case_record WHERE id = " + other);

        SandboxCall again = line.callFrom("+447700900123");
        for (String keys : new String[] {"3", "2", reference + "#", "1", "1", "1", "2", "2", "1", "1", "2"}) {
            again.presses(keys);
        }
        again.hangsUp();
        assertThat(line.value("SELECT case_id FROM callback WHERE status = 'open'"))
                .isEqualTo(other);
        line.callFrom("+447700900123").presses("3").presses("1").presses("2").presses("1");

        assertThat(line.values(
                        "SELECT detail FROM audit_entry WHERE actor_kind = 'service' AND '/case/' || subject_id = '"
                                + one + "' ORDER BY seq"))
                .containsSubsequence("callback-moved", "alert");
    }

    @Test
    void whereTheOneCallIsMadeFromAnotherCaseItsPageSaysSoAndHowItEnded() {
        String one = Phoned.call(line);
        String two = Phoned.call(line);
        String other = two.substring("/case/".length());
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(one);
        asha.post(one + "/link", "version", Phoned.version(asha), "other", other, "link-why", "She said so");
        assertThat(asha.get("/queue").body()).contains("To be called from a linked case");
        assertThat(asha.get(one).body()).contains("The call to this person is promised on");
        asha.post(one + "/close", "version", Phoned.version(asha), "outcome", "helped-now");
        assertThat(asha.body()).contains("The call that was promised on this case is to be made from case");

        asha.get(two);
        asha.post(two + "/attempt", "version", Phoned.version(asha), "disposition", "spoke");
        assertThat(asha.get("/queue").body()).doesNotContain("To be called from a linked case");
        assertThat(asha.get(one).body())
                .contains("The call that was promised here was to be made from", "<strong>Spoke</strong>")
                .doesNotContain("Nobody has spoken to this person yet");
        asha.post(one + "/close", "version", Phoned.version(asha), "outcome", "helped-now");

        asha.get(two);
        asha.post(
                        two + "/unlink",
                        "version",
                        Phoned.version(asha),
                        "other",
                        one.substring("/case/".length()),
                        "unlink-why",
                        "two sisters")
                .follow();
        assertThat(asha.body()).contains("is closed, and the call that was promised on it was made to somebody else");
        asha.get(one);
        asha.post(one + "/reopen", "version", Phoned.version(asha), "reopen", "two sisters")
                .follow();
        assertThat(asha.body()).contains("The case is open again, and the call is promised again");
        assertThat(changesOf(one)).endsWith("unlinked", "promised-again", "reopen");
    }

    @Test
    void whoIsNotAtOneNumberIsSaidToBeCalledOnTheOtherAndTheAuditTellsIt() {
        String one = Phoned.call(line);
        Callers.askForACallback(line, "+447700900124");
        String two = Phoned.newest(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(one);
        asha.post(
                one + "/link",
                "version",
                Phoned.version(asha),
                "other",
                two.substring("/case/".length()),
                "link-why",
                "She said so");
        asha.get(two);

        asha.post(two + "/attempt", "version", Phoned.version(asha), "disposition", "wrong-number")
                .follow();

        assertThat(asha.body()).contains("This person is to be called on a linked case now");
        assertThat(changesOf(one)).endsWith("promised-again");
    }

    private List<String> changesOf(String path) {
        return line.values("SELECT detail FROM audit_entry WHERE action = 'change' AND actor_kind = 'advocate'"
                + " AND '/case/' || subject_id = '" + path + "' ORDER BY seq");
    }

    @Test
    void aColleaguesCaseIsNotReadByMergingIt() {
        String one = Phoned.call(line);
        String two = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(one);
        asha.post(one + "/owner", "version", Phoned.version(asha), "owner", me(), "owner-why", "I know the ward");
        Browser ben = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(two);

        ben.post(
                two + "/merge",
                "version",
                Phoned.version(ben),
                "other",
                one.substring("/case/".length()),
                "merge-why",
                "Both");

        assertThat(ben.status()).isEqualTo(422);
        assertThat(ben.body()).contains("You may not read the other case yet: open it first, and say why.");
        assertThat(line.value("SELECT count(*) FROM case_merge")).isEqualTo("0");
    }

    @Test
    void whatIsWrongIsSaidAtTheFormThatWasSentAndNowhereElse() {
        String one = Phoned.call(line);
        String two = Phoned.call(line);
        String three = Phoned.call(line);
        String other = two.substring("/case/".length());
        Browser browser = Browser.signedIn(line, Role.MANAGER).get(one);

        browser.post(one + "/link", "version", Phoned.version(browser), "other", other, "link-why", "");
        assertThat(browser.body())
                .containsPattern("name=\"other\" value=\"" + other
                        + "\">[\\s\\S]{0,200}link-why-error[\\s\\S]{0,300}id=\"link-why\"")
                .containsOnlyOnce("id=\"link-why-error\"")
                .containsOnlyOnce("id=\"link-why\"")
                .contains("id=\"link-why-" + three.substring("/case/".length()) + "\"", "id=\"link-why-reference\"");

        browser.post(one + "/merge", "version", Phoned.version(browser), "merge-reference", "", "merge-why", "Both");
        assertThat(browser.body())
                .contains("id=\"merge-reference-error\"", "Write the reference of the other case.")
                .containsOnlyOnce("value=\"Both\"")
                .containsPattern("<details class=\"govuk-details\" open><summary[^>]*><span[^>]*>Merge another case");
    }

    @Test
    void theReasonForAMergeThatAColleagueMadeMeanwhileCanBeKeptAsANote() {
        String one = Phoned.call(line);
        String two = Phoned.call(line);
        String other = two.substring("/case/".length());
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(one);
        Browser ben = Browser.signedIn(line, Role.MANAGER).get(one);
        String[] merge = {"version", Phoned.version(ben), "other", other, "merge-why", "She rang twice"};
        ben.post(one + "/merge", merge);

        asha.post(one + "/merge", merge);

        assertThat(asha.status()).isEqualTo(422);
        assertThat(asha.body()).contains("You can keep it as a note.", "She rang twice</textarea>");
    }

    private String me() {
        return line.value("SELECT max(id) FROM advocate");
    }
}
