package uk.referralline.timeline;

import java.time.Instant;
import java.util.Optional;
import uk.referralline.casework.CaseId;

/**
 * Something that happened on a case.
 *
 * @param caseId the case it happened on: this one, or one that was merged into it
 * @param kind of what: {@code call}, {@code asked}, {@code message}, {@code text-out}, {@code text-in}, {@code attempt},
 *     {@code note} or {@code change}
 * @param word what exactly, as its table has it, such as a disposition or a change
 * @param detail more of it, in words of a person or of a table
 * @param reason why, in the words of whoever did it
 * @param who the name of whoever did it; empty for callers and the line
 * @param key finds it again: a call's or recording's id, or a note's number
 */
public record Entry(
        CaseId caseId,
        Instant at,
        String kind,
        String word,
        Optional<String> detail,
        Optional<String> reason,
        Optional<String> who,
        Optional<String> key) {

    /** Never prints what was said. */
    @Override
    public String toString() {
        return kind + " on case row " + caseId.value();
    }
}
