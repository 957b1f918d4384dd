package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.referralline.Callers;
import uk.referralline.TestLine;

/** Cases that came in by phone, for tests of their pages. */
final class Phoned {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private Phoned() {}

    /** Somebody asks for a call on their own mobile, and allows messages. @return the path of the case */
    static String call(TestLine line) {
        Callers.askForACallback(line);
        return newest(line);
    }

    /** A ward's staff refer somebody and leave a message. @return the path of the case */
    static String staffCall(TestLine line) {
        Callers.leaveAReferral(line);
        return newest(line);
    }

    static String newest(TestLine line) {
        return "/case/" + line.value("SELECT max(id) FROM case_record");
    }

    /** What a form of the page that is open has to carry. */
    static String version(Browser browser) {
        Matcher matcher = VERSION.matcher(browser.body());
        assertThat(matcher.find()).as("a form with a version").isTrue();
        return matcher.group(1);
    }
}
