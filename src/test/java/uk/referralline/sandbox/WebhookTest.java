package uk.referralline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookTest extends WithALine {

    private static TinyLine.Page xml(String body) {
        return ctx -> ctx.contentType("text/xml").result(body);
    }

    static Stream<Arguments> broken() {
        String long64 = "<Response><!--" + "x".repeat(64 * 1024) + "--></Response>";
        String doctype =
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Response><Say>&e;</Say></Response>";
        TinyLine.Page error = ctx -> ctx.status(500).contentType("text/xml").result("<Response/>");
        TinyLine.Page html = ctx -> ctx.html("<Response/>");
        TinyLine.Page empty = ctx -> ctx.status(204);
        return Stream.of(
                Arguments.of("a 500", error, 11200),
                Arguments.of("HTML", html, 12300),
                Arguments.of("no content", empty, 12300),
                Arguments.of("half a document", xml("<Response>"), 12100),
                Arguments.of("a space before the prolog", xml(" <?xml version=\"1.0\"?><Response/>"), 12100),
                Arguments.of("an external entity", xml(doctype), 12100),
                Arguments.of("another root", xml("<Reply/>"), 12100),
                Arguments.of("more than 64 kB", xml(long64), 11750));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void thatFailsGoesToTheFallback(String what, TinyLine.Page page, int code) {
        sandbox.number(LINE).voiceFallbackUrl(line.url("/fallback"));
        line.at("/voice", page).at("/fallback", "<Say>Sorry</Say>");

        SandboxCall call = sandbox.callFrom(CALLER);

        assertThat(call.heard()).containsExactly("Sorry");
        assertThat(call.failure()).isEmpty();
        assertThat(line.last("/fallback").get("ErrorCode")).isEqualTo(String.valueOf(code));
        assertThat(line.last("/fallback").get("ErrorUrl")).isEqualTo(line.url("/voice"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void thatFailsWithoutAFallbackEndsTheCall(String what, TinyLine.Page page, int code) {
        line.at("/voice", page);

        SandboxCall call = sandbox.callFrom(CALLER);

        assertThat(call.hasEnded()).isTrue();
        assertThat(call.failure()).hasValueSatisfying(why -> assertThat(why).startsWith(code + " "));
        assertThat(call.heard()).containsExactly(CallRun.SORRY);
    }

    @Test
    void thatFailsInTheMiddleOfACallGoesToTheFallbackToo() {
        sandbox.number(LINE).voiceFallbackUrl(line.url("/fallback"));
        line.at("/voice", "<Gather numDigits=\"1\" action=\"/next#rc=2\"/>").at("/fallback", "<Say>Sorry</Say>");
        line.at("/next", ctx -> ctx.status(500));

        assertThat(sandbox.callFrom(CALLER).presses("1").heard()).containsExactly("Sorry");
        assertThat(line.last("/fallback").get("ErrorUrl")).isEqualTo(line.url("/next"));
    }

    @Test
    void toAFallbackThatFailsEndsTheCall() {
        sandbox.number(LINE).voiceFallbackUrl(line.url("/fallback"));

        assertThat(sandbox.callFrom(CALLER).failure()).isPresent();
        assertThat(line.asked("/fallback")).hasSize(1);
    }

    @Test
    void thatNobodyTakesIsAConnectionFailure() {
        line.close();

        assertThat(sandbox.callFrom(CALLER).failure())
                .hasValueSatisfying(why -> assertThat(why).startsWith("11205 "));
    }

    @Test
    void thatTakesTooLongIsGivenUp() {
        var done = new CountDownLatch(1);
        line.at("/voice", ctx -> done.await());
        try (Sandbox hasty = Sandbox.start(Settings.of(ACCOUNT, TOKEN)
                .withWebhookLimit(Duration.ofMillis(300))
                .with(TIME, new Random(1)))) {
            hasty.number(LINE).voiceUrl(line.url("/voice"));

            assertThat(hasty.callFrom(CALLER).failure())
                    .hasValueSatisfying(why -> assertThat(why).startsWith("11205 "));
        } finally {
            done.countDown();
        }
    }

    @Test
    void isTriedAgainAfterA500OnlyWhenItsUrlSaysSo() {
        var asked = new AtomicInteger();
        line.at("/voice", ctx -> {
            ctx.status(asked.incrementAndGet() < 3 ? 500 : 200);
            ctx.contentType("text/xml").result("<Response><Say>Hello</Say></Response>");
        });
        sandbox.number(LINE).voiceUrl(line.url("/voice#rc=2&rp=5xx"));

        assertThat(sandbox.callFrom(CALLER).heard()).containsExactly("Hello");
        assertThat(line.asked("/voice")).hasSize(3);
    }

    @Test
    void thatIsRedirectedLosesItsForm() {
        line.at("/voice", ctx -> ctx.redirect("/elsewhere")).at("/elsewhere", "<Say>Hello</Say>");

        assertThat(sandbox.callFrom(CALLER).heard()).containsExactly("Hello");
        assertThat(line.last("/elsewhere").method()).isEqualTo("GET");
        assertThat(line.last("/elsewhere").form()).isEmpty();
    }

    @Test
    void askedTwiceGivesTheSecondAnswerAndTellsWhenTheyDiffer() {
        var asked = new AtomicInteger();
        line.at("/voice", xml("<Response><Say>Same</Say></Response>"));
        sandbox.faults().deliverTwice();
        assertThat(sandbox.callFrom(CALLER).heard()).containsExactly("Same");
        assertThat(line.asked("/voice")).hasSize(2);
        assertThat(line.asked("/voice").get(0).form())
                .isEqualTo(line.asked("/voice").get(1).form());
        assertThat(line.asked("/status")).hasSize(2);
        assertThat(sandbox.problems()).isEmpty();

        line.at(
                "/voice",
                ctx -> xml("<Response><Say>" + asked.incrementAndGet() + "</Say></Response>")
                        .answer(ctx));
        assertThat(sandbox.callFrom(CALLER).heard()).containsExactly("2");
        assertThat(sandbox.problems()).hasSize(1);
    }

    @Test
    void isAskedTwiceAtTheSameInstant() {
        var both = new CountDownLatch(2);
        line.at("/voice", ctx -> {
            both.countDown();
            both.await();
            xml("<Response/>").answer(ctx);
        });
        sandbox.faults().deliverTwiceAtOnce();

        assertThat(sandbox.callFrom(CALLER).failure()).isEmpty();
        assertThat(line.asked("/voice")).hasSize(2);
    }

    @Test
    void ofACallbackIsHeldReversedOrDropped() {
        line.at(
                "/voice",
                "<Dial callerId=\"" + LINE
                        + "\"><Number statusCallback=\"/leg\" statusCallbackEvent=\"initiated ringing answered"
                        + " completed\">" + ADVOCATE + "</Number></Dial>");
        sandbox.faults().holdCallbacks();
        sandbox.callFrom(CALLER).nobodyAnswers();
        assertThat(line.order()).containsExactly("/voice");
        assertThat(sandbox.faults().held()).isEqualTo(4);

        sandbox.faults().deliverHeldReversed();
        assertThat(line.order()).isEqualTo(List.of("/voice", "/status", "/leg", "/leg", "/leg"));
        assertThat(line.last("/leg").get("SequenceNumber")).isEqualTo("0");

        sandbox.faults().dropCallbacks();
        sandbox.callFrom(CALLER).nobodyAnswers();
        assertThat(line.asked("/status")).hasSize(1);
    }

    @Test
    void ofACallbackThatIsRefusedIsAProblem() {
        line.at("/voice", "<Hangup/>").at("/status", ctx -> ctx.status(403));

        sandbox.callFrom(CALLER);

        assertThat(sandbox.problems()).extracting(Problem::code).containsExactly(11200);
    }
}
