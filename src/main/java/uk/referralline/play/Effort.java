package uk.referralline.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import uk.referralline.ivr.Keypad;
import uk.referralline.ivr.Script;

/** What it costs a caller to get what they came for, if every prompt is heard to its end. */
public record Effort(String language, Goal goal, Way way, Heard heard) {

    private static final String ROW = "%-6s %-36s %-8s %7s %7s %6s %9s %12s %10s";

    /**
     * For each language and each goal that can be reached, the shortest way first. Of a way that 0 leads to there is no longest:
     * 0 can be pressed at any time.
     *
     * @param keypad must know Ofcom's drama numbers
     */
    public static List<Effort> of(Script script, Keypad keypad) {
        var lab = new Lab(script, keypad);
        List<Effort> all = new ArrayList<>();
        for (String language : new TreeSet<>(script.languages().keySet())) {
            for (Goal goal : Goal.values()) {
                Start start = Start.of(goal.caller(), language);
                for (Way way : goal.byZero() ? List.of(Way.SHORTEST) : List.of(Way.values())) {
                    way.to(goal, start, lab).ifPresent(heard -> all.add(new Effort(language, goal, way, heard)));
                }
            }
        }
        return all;
    }

    /** A row of the report. */
    @Override
    public String toString() {
        return String.format(
                Locale.UK,
                ROW,
                language,
                goal.words(),
                goal.byZero() ? "" : way.word(),
                heard.presses(),
                heard.prompts(),
                heard.words(),
                seconds(heard.seconds()),
                heard.promised() > heard.seconds() ? seconds(heard.promised()) : "",
                seconds(heard.danger()));
    }

    /** What stands above the rows. */
    static String head() {
        return String.format(
                Locale.UK, ROW, "", "", "", "presses", "prompts", "words", "listening", "with promise", "to 999/111");
    }

    /** A second that has begun counts. */
    private static String seconds(double seconds) {
        return String.format(Locale.UK, "%.0f s", Math.ceil(seconds));
    }
}
