package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.sandbox.SandboxCall;

/** Law L2: asked twice, done once; late, out of order, at the same moment, on two nodes. */
class RepeatTest {
    private static final String MOBILE = "+447700900123";
    private static final String CALL = "CA" + "b".repeat(32);

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aWholeCallWithEveryWebhookTwiceIsOneCall() {
        line.twilio().faults().deliverTwice();

        book();
        line.runDue();

        assertThat(line.twilio().problems()).isEmpty();
        assertThat(line.value("SELECT count(*) FROM call_turn")).isEqualTo("10");
        assertOneOfEverything();
    }

    @Test
    void aWholeCallWithEveryWebhookTwiceAtTheSameInstantIsOneCall() {
        line.twilio().faults().deliverTwiceAtOnce();

        book();
        line.runDue();

        assertThat(line.twilio().problems()).isEmpty();
        assertOneOfEverything();
    }

    @Test
    void manyRepeatsOfOneTurnOnTwoNodesAreOneTurnWithOneAnswer() throws Exception {
        var webhook = new Webhook(line);
        webhook.post("/voice/incoming", "CallSid", CALL, "From", MOBILE, "To", TestLine.LINE);
        try (Line other = line.anotherNode()) {
            List<Callable<String>> repeats = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int port = i % 2 == 0 ? line.node().port() : other.port();
                repeats.add(() -> webhook.to(port, "/voice/turn/1", "CallSid", CALL, "Digits", "1")
                        .body());
            }
            List<String> answers = atOnce(repeats);

            assertThat(answers).hasSize(40);
            assertThat(answers.stream().distinct()).hasSize(1);
        }
        assertThat(line.value("SELECT turns FROM call")).isEqualTo("2");
        assertThat(line.value("SELECT count(*) FROM call_turn")).isEqualTo("2");
    }

    @Test
    void aCallThatArrivesManyTimesAtOnceHasOneCase() throws Exception {
        var webhook = new Webhook(line);
        List<Callable<String>> repeats = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            repeats.add(() -> webhook.post("/voice/incoming", "CallSid", CALL, "From", MOBILE)
                    .body());
        }

        assertThat(atOnce(repeats).stream().distinct()).hasSize(1);
        assertThat(line.value("SELECT count(*) FROM case_record")).isEqualTo("1");
        assertThat(line.value("SELECT count(*) FROM call")).isEqualTo("1");
    }

    @Test
    void aTurnFromBeforeGetsItsOwnAnswerAgainAndChangesNothing() {
        var webhook = new Webhook(line);
        webhook.post("/voice/incoming", "CallSid", CALL, "From", MOBILE);
        String first =
                webhook.post("/voice/turn/1", "CallSid", CALL, "Digits", "1").body();
        webhook.post("/voice/turn/2", "CallSid", CALL, "Digits", "1");

        String again =
                webhook.post("/voice/turn/1", "CallSid", CALL, "Digits", "3").body();

        assertThat(again).isEqualTo(first).contains("/voice/turn/2");
        assertThat(line.value("SELECT turns FROM call")).isEqualTo("3");
    }

    @Test
    void aTurnFromTheFutureIsAnsweredWithWhereTheCallIs() {
        var webhook = new Webhook(line);
        String first =
                webhook.post("/voice/incoming", "CallSid", CALL, "From", MOBILE).body();

        assertThat(webhook.post("/voice/turn/9", "CallSid", CALL, "Digits", "1").body())
                .isEqualTo(first);
        assertThat(line.value("SELECT turns FROM call")).isEqualTo("1");
    }

    @Test
    void aCallThatEndsTwiceEndsOnceAndNeverBegins() {
        var webhook = new Webhook(line);
        webhook.post("/voice/incoming", "CallSid", CALL, "From", MOBILE);
        webhook.post("/voice/status", "CallSid", CALL, "CallStatus", "completed");
        webhook.post("/voice/status", "CallSid", CALL, "CallStatus", "completed");
        webhook.post("/voice/status", "CallSid", CALL, "CallStatus", "in-progress");

        assertThat(line.value("SELECT status || ' ' || turns FROM call")).isEqualTo("completed 2");
    }

    @Test
    void aRecordingThatIsToldOfBeforeTheCallSaysSoIsKept() {
        String recording = "RE" + "c".repeat(32);
        var webhook = new Webhook(line);
        webhook.post("/voice/incoming", "CallSid", CALL, "From", "anonymous");
        webhook.post("/voice/turn/1", "CallSid", CALL, "Digits", "0");
        webhook.post("/voice/status", "CallSid", CALL, "CallStatus", "completed");
        assertThat(line.value("SELECT status FROM case_record")).isEqualTo("closed");

        webhook.post(
                "/voice/recording",
                "CallSid",
                CALL,
                "RecordingSid",
                recording,
                "RecordingStatus",
                "completed",
                "RecordingDuration",
                "7");

        assertThat(line.value("SELECT status || ' ' || seconds FROM recording")).isEqualTo("completed 7");
        assertThat(line.value("SELECT status || ' ' || queue FROM case_record")).isEqualTo("open duty");
    }

    @Test
    void callbacksThatComeLateAndInReverseLeaveTheSame() {
        line.twilio().faults().holdCallbacks();
        SandboxCall call = line.callFrom("anonymous")
                .presses("0")
                .speaks(Duration.ofSeconds(8))
                .presses("#");
        while (!call.hasEnded()) {
            call.presses("1");
        }

        line.twilio().faults().deliverHeldReversed();

        assertThat(line.value("SELECT purpose || ' ' || status FROM recording")).isEqualTo("message completed");
        assertThat(line.value("SELECT status FROM call")).isEqualTo("completed");
    }

    @Test
    void aCallWhoseEndNobodyToldUsOfStillLeavesItsCallback() {
        line.twilio().faults().dropCallbacks();
        line.callFrom(MOBILE).presses("1").presses("1").presses("1").hangsUp();
        assertThat(line.values("SELECT id FROM callback")).isEmpty();

        line.setTime("2026-11-24T10:40");
        line.node().endLostCalls();

        assertThat(line.value("SELECT number FROM callback")).isEqualTo(MOBILE);
        assertThat(line.value("SELECT status FROM call")).isEqualTo("completed");
    }

    private void book() {
        SandboxCall call = line.callFrom(MOBILE);
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1", "2"}) {
            call.presses(key);
        }
        call.speaks(Duration.ofSeconds(2)).presses("#");
        assertThat(call.hasEnded()).isTrue();
    }

    private void assertOneOfEverything() {
        for (String table : new String[] {"call", "case_record", "callback", "text_message", "outbox"}) {
            assertThat(line.value("SELECT count(*) FROM " + table)).as(table).isEqualTo("1");
        }
        assertThat(line.twilio().messagePosts()).isEqualTo(1);
    }

    private static List<String> atOnce(List<Callable<String>> tasks) throws Exception {
        var pool = Executors.newFixedThreadPool(16);
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : pool.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
