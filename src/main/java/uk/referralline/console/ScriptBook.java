package uk.referralline.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.settings.Change;

/** The call script that callers hear now, and what is known of it. */
public interface ScriptBook {

    Script current();

    Checked checked();

    /** Looks at the folder now, and takes what lies there if it is right: nobody is editing it at this moment. */
    void reload();

    /** A unified diff of all files; blank when they are the same. */
    String diff(ScriptFiles before, ScriptFiles after);

    /** A unified diff of a file of settings, or a sentence when it never changed. */
    String diff(Change change);

    /**
     * What the last check came to. The folder was walked whole before it was taken.
     *
     * @param at when the folder that holds was found right
     * @param warnings each in one line, with its file
     * @param refused why an edit that lies in the folder is not used, as {@code check} tells it; empty when there is none
     */
    record Checked(Instant at, List<String> warnings, Optional<String> refused) {
        public Checked {
            warnings = List.copyOf(warnings);
        }
    }
}
