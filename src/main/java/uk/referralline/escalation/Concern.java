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
 * @param leftAt until when somebody dealt with it last
 * @param about the due time, or when the time without anybody on duty begins
 * @param trueUntil from when on telling it would be untrue, or of no use
 * @param values for the gaps of its text: a reference and a time, and nothing else
 */
record Concern(
        AlertKind kind,
        String subject,
        Optional<CaseId> caseId,
        Optional<Instant> leftAt,
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
                "case " + open.id().value() + " due " + open.dueAt(),
                Optional.of(open.id()),
                open.leftAt(),
                open.dueAt(),
                trueUntil,
                values(open.reference(), open.dueAt()));
    }

    static Concern nobody(AlertKind kind, Span gap) {
        return new Concern(
                kind,
                "from " + gap.from(),
                Optional.empty(),
                Optional.empty(),
                gap.from(),
                gap.to(),
                values(gap.from()));
    }

    /** The same, to be told from the first step, as somebody took it after this time and let it lie; empty when nobody did. */
    Optional<Concern> anew(Instant told) {
        return leftAt.filter(left -> left.isAfter(told)).map(left -> as(subject + " left " + left));
    }

    Concern as(String round) {
        return new Concern(kind, round, caseId, leftAt, about, trueUntil, values);
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
