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
 * @param subject what makes it one, its time included: the same case with another due time, or after somebody had taken it, is another subject
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

    static Concern nearDue(OpenCaseDao.OpenCase open) {
        return of(AlertKind.NEAR_DUE, open, open.dueAt());
    }

    static Concern overdue(OpenCaseDao.OpenCase open) {
        return of(AlertKind.OVERDUE, open, Instant.MAX);
    }

    private static Concern of(AlertKind kind, OpenCaseDao.OpenCase open, Instant trueUntil) {
        return new Concern(
                kind,
                subject(open),
                Optional.of(open.id()),
                open.dueAt(),
                trueUntil,
                values(open.reference(), open.dueAt()));
    }

    static Concern nobody(AlertKind kind, Span gap) {
        return new Concern(kind, "from " + gap.from(), Optional.empty(), gap.from(), gap.to(), values(gap.from()));
    }

    /** Whoever took it and let it lie did not end it: from then on it is another subject, told from the first step again. */
    private static String subject(OpenCaseDao.OpenCase open) {
        String due = "case " + open.id().value() + " due " + open.dueAt();
        return open.leftAt().map(left -> due + " left " + left).orElse(due);
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
