package uk.referralline.ivr;

import java.util.Set;

/**
 * Names that a script may use and that are settled elsewhere.
 *
 * @param templates the texts that can be sent
 * @param numberKinds the number plan's words, such as {@code mobile}
 */
public record Terms(Set<String> templates, Set<String> numberKinds) {

    public Terms {
        templates = Set.copyOf(templates);
        numberKinds = Set.copyOf(numberKinds);
    }
}
