package uk.referralline.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.CaseOutcome;
import uk.referralline.casework.Disposition;
import uk.referralline.casework.ReferralField;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.OpeningHours;

/** The part of the week that is over: calls that were returned and cases that were closed. */
final class Done {
    private static final int ROUNDS = 3;
    private static final int DAYS = 4;

    private final Week.Cast cast;
    private final Supplier<OpeningHours> hours;
    private final RandomGenerator chance;
    private int count;

    Done(Week.Cast cast, Supplier<OpeningHours> hours, RandomGenerator chance) {
        this.cast = cast;
        this.hours = hours;
        this.chance = chance;
    }

    void plan(Instant now) {
        LocalDate first = now.atZone(OpeningHours.LONDON).toLocalDate().minusDays(6);
        for (int round = 0; round < ROUNDS; round++) {
            for (Calling calling : Calling.values()) {
                Instant at = moment(first.plusDays(chance.nextInt(DAYS)));
                int n = count++;
                cast.agenda().at(at, () -> goOn(calling, cast.caller().calls(calling.from(n), calling.keys()), at));
            }
        }
    }

    /** Three calls of four while the line is open on a working day. */
    private Instant moment(LocalDate day) {
        int minute = chance.nextInt(4) > 0 ? chance.nextInt(545, 1005) : chance.nextInt(1035, 1350);
        return day.atTime(LocalTime.ofSecondOfDay(minute * 60L))
                .atZone(OpeningHours.LONDON)
                .toInstant();
    }

    private void goOn(Calling calling, CaseId id, Instant at) {
        AdvocateId who = cast.team()
                .colleagues()
                .get(chance.nextInt(cast.team().colleagues().size()));
        Instant first = hours.get().after(at, Duration.ofMinutes(chance.nextInt(15, 90)));
        switch (calling) {
            case OWN_MOBILE, IN_HOSPITAL, URGENT_IN_HOSPITAL -> spoken(id, who, first);
            case OWN_MOBILE_NO_MESSAGES, IN_POLISH, OTHER_LANGUAGE, WARD_PHONE, WARD_WITHOUT_NUMBER ->
                spokenLater(id, who, first);
            case WARD_STAFF, URGENT_STAFF, FAMILY -> referred(id, who, first);
            case TEXTS_ONLY, MESSAGE_ONLY, HANGS_UP_HALF_WAY -> read(id, who, first);
            case STOP_TEXTS, STOP_EVERYTHING, PERSON_SAID_NO, HANGS_UP_AT_ONCE -> {
                // The line closes these by itself.
            }
        }
    }

    private void spoken(CaseId id, AdvocateId who, Instant at) {
        cast.agenda().at(at, () -> {
            cast.office().listens(id, who);
            cast.office().tries(id, who, Disposition.SPOKE, "Wants support at a ward round. A. K. (sample)");
        });
        close(id, who, at, one(CaseOutcome.ADVOCATE_ALLOCATED, CaseOutcome.HELPED_NOW, CaseOutcome.SIGNPOSTED));
    }

    private void spokenLater(CaseId id, AdvocateId who, Instant at) {
        Disposition before = chance.nextBoolean() ? Disposition.NO_ANSWER : Disposition.NOT_IN;
        Instant again = hours.get().after(at, Duration.ofMinutes(130));
        cast.agenda().at(at, () -> cast.office().tries(id, who, before, again));
        cast.agenda().at(again, () -> {
            cast.office().listens(id, who);
            cast.office().tries(id, who, Disposition.SPOKE, "Asked about a tribunal; an interpreter helped. (sample)");
        });
        close(id, who, again, one(CaseOutcome.ADVOCATE_ALLOCATED, CaseOutcome.DECLINED, CaseOutcome.OTHER_AREA));
    }

    private void referred(CaseId id, AdvocateId who, Instant at) {
        cast.agenda().at(at, () -> {
            cast.office().claims(id, who);
            cast.office().listens(id, who);
            cast.office().completes(id, who, complete());
            cast.office().notes(id, who, "Visit agreed with the ward; P. M. knows and agrees. (sample)");
        });
        close(id, who, at, CaseOutcome.ADVOCATE_ALLOCATED);
    }

    private void read(CaseId id, AdvocateId who, Instant at) {
        cast.agenda().at(at, () -> {
            cast.office().listens(id, who);
            cast.office().notes(id, who, "Read and dealt with. (sample)");
        });
        close(id, who, at, one(CaseOutcome.SIGNPOSTED, CaseOutcome.HELPED_NOW));
    }

    private void close(CaseId id, AdvocateId who, Instant after, CaseOutcome outcome) {
        Instant at = hours.get().after(after, Duration.ofMinutes(8));
        cast.agenda().at(at, () -> cast.office().closes(id, who, outcome));
    }

    private CaseOutcome one(CaseOutcome... outcomes) {
        return List.of(outcomes).get(chance.nextInt(outcomes.length));
    }

    private static Map<ReferralField, String> complete() {
        Map<ReferralField, String> answers = new EnumMap<>(ReferralField.class);
        answers.put(ReferralField.REFERRER_NAME, "Dr Lane (sample)");
        answers.put(ReferralField.EXACT_ROLE, "ward-staff");
        answers.put(ReferralField.PERSON_NAME, "P. M. (sample)");
        answers.put(ReferralField.IN_HOSPITAL, "yes");
        answers.put(ReferralField.WARD, "Example Ward 1 (sample)");
        answers.put(ReferralField.PERSON_STATUS, "detained-or-order");
        answers.put(ReferralField.UNDER_18, "no");
        answers.put(ReferralField.AGREEMENT, "yes");
        answers.put(ReferralField.DEADLINE, "none-known");
        answers.put(ReferralField.REACH, "ward-phone");
        answers.put(ReferralField.NEEDS_ASKED, "none");
        answers.put(ReferralField.SAFETY, "no");
        return answers;
    }
}
