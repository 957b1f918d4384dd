package uk.referralline;

import java.time.Duration;
import java.util.List;
import uk.referralline.call.CallSid;
import uk.referralline.call.Spoken;
import uk.referralline.ivr.Next;
import uk.referralline.ivr.Saying;
import uk.referralline.ivr.Sound;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;
import uk.referralline.twilio.TwilioUrls;
import uk.referralline.twilio.Twiml;

/** Loads what is slow to load before the first caller would wait for it: the TwiML builder and the numbering plan. */
final class Warmth {
    private Warmth() {}

    static void warmUp() {
        var hello = new Sound.Spoken("Hello.", "en-GB", "Polly.Amy-Neural");
        var saying = new Saying(hello.text(), List.of(hello), hello.language(), false);
        var nobody = new Spoken.Ringing(new CallSid("CA" + "0".repeat(32)), List.of());
        var spoken = new Spoken(List.of(saying), new Next.Gather(1, Duration.ofSeconds(5)), 1, nobody);
        new Twiml(TwilioUrls.of("http://localhost", "http://localhost", "AC"), new PhoneNumber("+443069990100"))
                .of(spoken);
        var plan = new NumberPlan(false);
        plan.keyed("02079460000").map(plan::kind);
    }
}
