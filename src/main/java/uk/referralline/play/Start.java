package uk.referralline.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Script;

/**
 * How a call can begin: whether the line is open, which phone calls, and the language.
 *
 * @param caller the kind of the number that calls, or {@code withheld}
 * @param number as people write it; blank when it is withheld
 */
record Start(boolean open, String caller, String number, String language) {
    private static final String FIRST_LANGUAGE = "en-GB";

    /** A Tuesday morning; the shipped hours have the line open. */
    private static final String OPEN_AT = "2026-11-24 10:15";

    private static final String CLOSED_AT = "2026-11-24 20:15";

    private static final SortedMap<String, String> NUMBERS =
            new TreeMap<>(Map.of(Facts.WITHHELD, "", "mobile", "07700 900123", "landline", "01632 960100"));

    /** A call while the line is open. */
    static Start of(String caller, String language) {
        return new Start(true, caller, NUMBERS.get(caller), language);
    }

    /** Every way to begin a call on a script. */
    static List<Start> all(Script script) {
        List<Start> all = new ArrayList<>();
        for (String language : new TreeSet<>(script.languages().keySet())) {
            for (boolean open : List.of(true, false)) {
                NUMBERS.forEach((caller, number) -> all.add(new Start(open, caller, number, language)));
            }
        }
        return all;
    }

    /** What the line knows on such a call. @param staffed whether somebody is on duty when it comes in */
    Input.Begun begun(boolean staffed) {
        Map<String, String> facts = new HashMap<>();
        facts.put(Facts.LINE, open ? "open" : "closed");
        facts.put(Facts.DUTY, staffed ? Facts.AVAILABLE : Facts.NOBODY);
        facts.put(Facts.OPENS, "2026-11-25T09:00:00Z");
        facts.put(Facts.REFERENCE, "4815164");
        facts.put(Facts.CALLER, caller);
        if (!number.isBlank()) {
            facts.put(Facts.CALLER_NUMBER, "+44" + number.replace(" ", "").substring(1));
        }
        if (!isFirstLanguage()) {
            facts.put(Facts.LANGUAGE, language);
        }
        return new Input.Begun(facts);
    }

    boolean isFirstLanguage() {
        return language.equals(FIRST_LANGUAGE);
    }

    /** Who calls, as a conversation has it. */
    String written() {
        return number.isBlank() ? Facts.WITHHELD : number;
    }

    /** When, as a conversation has it. */
    String at() {
        return open ? OPEN_AT : CLOSED_AT;
    }
}
