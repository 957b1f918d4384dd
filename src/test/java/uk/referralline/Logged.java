package uk.referralline;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the line logs. */
final class Logged {
    private Logged() {}

    /** All that is logged meanwhile. */
    static String during(Runnable what) {
        var log = new ByteArrayOutputStream();
        PrintStream terminal = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            what.run();
        } finally {
            System.setOut(terminal);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
