package uk.referralline.escalation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.Reference;
import uk.referralline.duty.Span;
import uk.referralline.ivr.CivilTime;

/**
 * Something that somebody should be told of.
 *
 * @param subject what makes it one, its time included: the same case with another due time is another subject
 * @param about the due time, or when the time without anybody on duty begins
 * @param trueUntil from when on telling it would be untrue, or of no use
 * @param values for the gaps of its text: a reference and a time, and nothing else
 */
record Concern(
        AlertKind kind,
        String subject,
        Optional<CaseId> caseId,
        Instant about,
        Instant trueUntil,
        Map<String, String> values) {

    Concern {
        values = Map.copyOf(values);
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return kind.word() + " " + about;
    }

    static Concern nearDue(CaseId id, Reference reference, Instant due) {
        return new Concern(AlertKind.NEAR_DUE, subject(id, due), Optional.of(id), due, due, values(reference, due));
    }

    static Concern overdue(CaseId id, Reference reference, Instant due) {
        return new Concern(
                AlertKind.OVERDUE, subject(id, due), Optional.of(id), due, Instant.MAX, values(reference, due));
    }

    static Concern nobody(AlertKind kind, Span gap) {
        return new Concern(kind, "from " + gap.from(), Optional.empty(), gap.from(), gap.to(), values(gap.from()));
    }

    private static String subject(CaseId id, Instant due) {
        return "case " + id.value() + " due " + due;
    }

    private static Map<String, String> values(Reference reference, Instant due) {
        Map<String, String> values = new HashMap<>(values(due));
        values.put("reference", reference.written());
        return values;
    }

    private static Map<String, String> values(Instant time) {
        return Map.of("time", CivilTime.time(time, Locale.UK), "day", CivilTime.day(time, Locale.UK));
    }
}
