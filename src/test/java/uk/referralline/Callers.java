package uk.referralline;

import java.time.Duration;
import uk.referralline.sandbox.SandboxCall;

/** People who phone the line, so that there is work in the console. */
public final class Callers {

    private Callers() {}

    /** Somebody asks for a callback for themselves, from a mobile. */
    public static void askForACallback(TestLine line) {
        askForACallback(line, "+447700900123");
    }

    /** @param mobile theirs, in E.164 */
    public static void askForACallback(TestLine line, String mobile) {
        SandboxCall call = line.callFrom(mobile);
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1", "2"}) {
            call.presses(key);
        }
        call.hangsUp();
        line.runDue();
    }

    /** A professional leaves a spoken referral. */
    public static void leaveAReferral(TestLine line) {
        SandboxCall call = line.callFrom("+441632960010");
        for (String keys : new String[] {"2", "2", "1", "01632960010#", "1", "#", "1", "2"}) {
            call.presses(keys);
        }
        call.speaks(Duration.ofSeconds(8)).presses("#").presses("1");
        line.runDue();
    }
}
