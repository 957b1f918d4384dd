package uk.referralline.escalation;

import java.util.Map;
import java.util.function.Consumer;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.sms.SmsTemplates;
import uk.referralline.yaml.Fault;

/** The words of alerts, among the line's other texts. */
public final class AlertWords {
    private static final String DAY = "Wednesday 30 September";

    private AlertWords() {}

    /** Hands over a fault for each alert without words, or whose words need more than is known then. */
    public static void check(SmsTemplates texts, Consumer<Fault> faults) {
        for (AlertKind kind : AlertKind.values()) {
            Map<String, String> known = kind.ofACase()
                    ? Map.of("time", "10:30am", "day", DAY, "reference", "12 34 56 7")
                    : Map.of("time", "10:30am", "day", DAY);
            try {
                texts.fill(kind.template(), known);
            } catch (IllegalArgumentException wrong) {
                String message = "Those on duty could not be told: " + wrong.getMessage() + ".";
                faults.accept(new Fault(ScriptFiles.TEXTS, 0, kind.template(), message));
            }
        }
    }
}
