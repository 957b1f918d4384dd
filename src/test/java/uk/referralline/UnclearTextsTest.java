package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.casework.CaseId;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sandbox.RestFault;
import uk.referralline.sandbox.SandboxCall;
import uk.referralline.sms.NewText;

/** Law L5 where it is hardest: equal words, long waits, a provider that is busy all day; and texts that are no command. */
class UnclearTextsTest {
    private static final String MOBILE = "+447700900123";

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aTextIsNotTakenForAnotherWithTheSameWords() {
        permit();
        line.twilio().faults().dropCallbacks();
        queue("first");
        line.runDue();
        line.setTime("2026-11-24T10:16");
        line.twilio().faults().nextRest(1, RestFault.SERVER_ERROR);
        queue("second");
        line.runDue();

        line.setTime("2026-11-24T10:30");
        line.runDue();

        assertThat(line.values("SELECT status FROM text_message ORDER BY asked_at"))
                .first()
                .isNotEqualTo("lost");
        assertThat(line.values("SELECT status FROM text_message ORDER BY asked_at"))
                .last()
                .isEqualTo("lost");
        assertThat(line.values("SELECT status FROM outbox ORDER BY id")).containsExactly("done", "failed");
        assertThat(line.twilio().messagePosts()).isEqualTo(2);
    }

    @Test
    void aTextThatWaitedOvernightIsLookedForAsLongAsAnyOther() {
        permit();
        line.setTime("2026-11-24T20:00");
        queue("evening");
        line.setTime("2026-11-25T09:00");
        line.twilio().faults().nextRest(1, RestFault.SERVER_ERROR);
        line.runDue();

        line.setTime("2026-11-25T09:01");
        line.runDue();
        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("unknown");
        line.setTime("2026-11-25T09:06");
        line.runDue();

        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("lost");
        assertThat(line.twilio().messagePosts()).isEqualTo(1);
    }

    @Test
    void aTextThatAProviderIsAlwaysTooBusyForDoesNotWaitForEver() {
        permit();
        queue("busy");
        line.jdbi().useHandle(handle -> handle.execute("UPDATE outbox SET attempts = 9"));
        line.twilio().faults().nextRest(1, RestFault.TOO_MANY_REQUESTS);

        line.runDue();

        assertThat(line.value("SELECT status || ' ' || refusal FROM text_message"))
                .isEqualTo("refused provider-busy");
        assertThat(line.value("SELECT status FROM outbox")).isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes", "start"})
    void aWordThatLiftsAStopIsSomebodyReachingUsWhenNothingWasStopped(String word) {
        line.twilio().textFrom(MOBILE, word);

        assertThat(line.value("SELECT queue FROM case_record JOIN text_received ON case_id = id"))
                .isEqualTo("duty");
    }

    private void queue(String key) {
        var text = new NewText(
                new CaseId(1),
                "missed-you",
                Map.of("day", "Monday 30 November"),
                new PhoneNumber(MOBILE),
                key,
                line.time());
        line.jdbi().useTransaction(handle -> line.node().texts().queue(handle, text));
    }

    /** A case whose caller said yes to texts, without the text that the call itself sends. */
    private void permit() {
        SandboxCall call = line.callFrom(MOBILE);
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1", "2"}) {
            call.presses(key);
        }
        call.speaks(Duration.ofSeconds(2)).presses("#");
        line.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM text_message");
            handle.execute("DELETE FROM outbox");
        });
    }
}
