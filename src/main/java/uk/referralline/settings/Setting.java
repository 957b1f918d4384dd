package uk.referralline.settings;

import java.time.Instant;
import java.time.LocalDate;
import uk.referralline.yaml.Upkeep;

/**
 * A settings file as it is in use.
 *
 * @param file the name within the folder, such as {@code due-times.yaml}
 * @param changedAt when a node first went by this text
 */
public record Setting(String file, Upkeep upkeep, Instant changedAt, String text) {

    /** A person or a post. */
    public String owner() {
        return upkeep.owner();
    }

    /** By when the owner reads it again. */
    public LocalDate review() {
        return upkeep.review();
    }
}
