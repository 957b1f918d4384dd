package uk.referralline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboundTextTest extends WithALine {

    @Test
    void isGivenToTheLine() {
        SandboxText text = sandbox.textFrom(CALLER, "Hello ✓");

        TinyLine.Asked asked = line.last("/sms");
        assertThat(asked.get("MessageSid")).isEqualTo(text.sid()).matches("SM[0-9a-f]{32}");
        assertThat(asked.get("From")).isEqualTo(CALLER);
        assertThat(asked.get("To")).isEqualTo(LINE);
        assertThat(asked.get("Body")).isEqualTo("Hello ✓");
        assertThat(asked.get("NumSegments")).isEqualTo("1");
    }

    @Test
    void isAnsweredByAMessageInTheDocument() {
        line.at("/sms", "<Message>Thank you</Message>");

        sandbox.textFrom(CALLER, "Hello");

        assertThat(sandbox.textsTo(CALLER)).extracting(SandboxText::body).containsExactly("Thank you");
        assertThat(sandbox.textsTo(CALLER).get(0).direction()).isEqualTo("outbound-reply");
    }

    @Test
    void ofStopIsAnsweredByTwilioAndForwarded() {
        sandbox.textFrom(CALLER, " stop ");

        assertThat(sandbox.textsTo(CALLER))
                .singleElement()
                .satisfies(reply -> assertThat(reply.body()).contains("unsubscribed"));
        assertThat(line.last("/sms").get("Body")).isEqualTo(" stop ");
    }

    @Test
    void ofMoreThanTheWordStopIsAnOrdinaryText() {
        sandbox.textFrom(CALLER, "Please stop");

        assertThat(sandbox.textsTo(CALLER)).isEmpty();
    }

    @Test
    void thatTheLineDoesNotTakeIsAProblem() {
        line.at("/sms", ctx -> ctx.status(500));

        sandbox.textFrom(CALLER, "Hello");

        assertThat(sandbox.problems()).extracting(Problem::code).containsExactly(11200);
    }

    @Test
    void isCountedInSegments() {
        assertThat(Segments.of("x".repeat(160))).isEqualTo(1);
        assertThat(Segments.of("x".repeat(161))).isEqualTo(2);
        assertThat(Segments.of("x".repeat(159) + "€")).isEqualTo(2);
        assertThat(Segments.of("✓".repeat(70))).isEqualTo(1);
        assertThat(Segments.of("✓".repeat(71))).isEqualTo(2);
    }
}
