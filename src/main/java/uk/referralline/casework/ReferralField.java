package uk.referralline.casework;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a referral tells (domain.md A2): the least that makes it complete. The line's keypad gives some of it, the left message
 * most of the rest. The words are the names of facts; those that the call script asks, too, have the script's names and answers.
 */
public enum ReferralField {
    NAME_TO_ASK_FOR(
            "name-to-ask-for",
            "First name to ask for",
            "A first name or nickname only: whoever answers the phone will hear it.",
            false),
    REFERRER_NAME("referrer-name", "Who is referring?", "So that we can ask them about details.", true),
    EXACT_ROLE(
            "exact-role",
            "Their exact role",
            "A request by the responsible clinician, an approved mental health professional or the nearest relative "
                    + "obliges us to visit (Mental Health Act 1983, section 130B(5)).",
            true,
            "responsible-clinician",
            "approved-mental-health-professional",
            "nearest-relative",
            "ward-staff",
            "care-coordinator",
            "mental-health-act-office",
            "other-professional",
            "family-friend-or-carer"),
    ORGANISATION("organisation", "Their team or organisation", "", false),
    PERSON_NAME("person-name", "Who is the person?", "Initials are enough until you meet them.", true),
    IN_HOSPITAL("in-hospital", "Are they in hospital now?", "", true, "yes", "no"),
    PLACE("place", "Which hospital?", "The hospital decides which area is responsible, not the home address.", false),
    WARD("ward-name", "Which ward or community team?", "", true),
    AREA(
            "area",
            "Where is the hospital or responsible team?",
            "Never where the person lives.",
            false,
            "coventry",
            "warwickshire",
            "elsewhere"),
    PERSON_STATUS(
            "person-status",
            "Are they held under the Mental Health Act?",
            "Sections 4, 5, 135 and 136 are short holds: ask again tomorrow, they change within hours.",
            true,
            "detained-or-order",
            "informal-in-hospital",
            "in-the-community",
            "short-hold-or-not-sure"),
    STATUS(
            "status",
            "Which section or order?",
            "If they say \"58\", ask whether they are detained; do not turn anybody away.",
            false,
            "section-2",
            "section-3",
            "community-treatment-order",
            "guardianship",
            "conditional-discharge",
            "other-section",
            "informal",
            "short-hold",
            "not-known"),
    SECTION_DATE("section-date", "When did the section or stay begin?", "A section 2 has a 14-day clock.", false),
    TREATMENT(
            "treatment",
            "Has a doctor spoken of one of these treatments?",
            "",
            false,
            "none",
            "s57",
            "s58",
            "s58A",
            "second-opinion",
            "s62"),
    SECLUSION("seclusion", "Are they in seclusion or segregation now?", "", false, "yes", "no"),
    ADULT_WARD("adult-ward", "Is it a ward for adults?", "Only asked for somebody under 18.", false, "yes", "no"),
    COMPLAINT("complaint", "Do they want to complain?", "", false, "none", "restraint-or-safety", "other"),
    UNDER_18("under-18", "Are they under 18?", "", true, "yes", "no"),
    AGREEMENT(
            "agreement",
            "Does the person know, and do they agree?",
            "Whoever cannot decide is visited in person, never texted.",
            true,
            "yes",
            "cannot-decide",
            "not-asked"),
    DEADLINE(
            "deadline",
            "Is there a date we must know?",
            "Tribunal, managers' hearing, second opinion, discharge or transfer meeting.",
            true,
            "none-known",
            "date-known"),
    DEADLINE_DATE("deadline-date", "Which date?", "The first one, if there are several.", false),
    REACH("reach", "How do we reach the person?", "", true, "own-phone", "ward-phone", "visit-only"),
    NEEDS_ASKED(
            "needs-asked",
            "Language and communication needs",
            "Then add each need on the case, under “Note what the person needs”.",
            true,
            "none",
            "noted"),
    SAFETY(
            "visit-safety",
            "Anything the visiting advocate must know to be safe?",
            "If yes, call the referrer: details do not belong on a recording.",
            true,
            "no",
            "yes-ask-referrer"),
    REASON("reason", "What do they want an advocate for?", "", false);

    private static final int LONGEST = 500;

    private static final String DETAINED = "detained-or-order";

    /** What a person's exact status makes of the question that the keypad asks; the first answer is the usual one (s130C(2)). */
    private static final Map<String, List<String>> GROUPS = Map.of(
            "section-2", List.of(DETAINED),
            "section-3", List.of(DETAINED),
            "community-treatment-order", List.of(DETAINED),
            "guardianship", List.of(DETAINED),
            "conditional-discharge", List.of(DETAINED),
            "other-section", List.of(DETAINED),
            "informal", List.of("informal-in-hospital", "in-the-community"),
            "short-hold", List.of("short-hold-or-not-sure"));

    /** In years: some people are in hospital for most of their lives, but a slip in the year is far likelier. */
    private static final int LONGEST_STAY = 40;

    private static final int FARTHEST = 5;

    private final String word;
    private final String question;
    private final String hint;
    private final boolean required;
    private final List<String> choices;

    ReferralField(String word, String question, String hint, boolean required, String... choices) {
        this.word = word;
        this.question = question;
        this.hint = hint;
        this.required = required;
        this.choices = List.of(choices);
    }

    /** The field that a fact answers; none of a fact that a referral does not tell. */
    public static Optional<ReferralField> ofWord(String fact) {
        return Arrays.stream(values()).filter(field -> field.word.equals(fact)).findFirst();
    }

    /** The name of the fact. */
    public String word() {
        return word;
    }

    public String question() {
        return question;
    }

    /** Empty for none. */
    public String hint() {
        return hint;
    }

    /** Whether a referral by a professional is incomplete without it. */
    public boolean required() {
        return required;
    }

    /** The answers there are; empty when it is written in words. */
    public List<String> choices() {
        return choices;
    }

    /** Whether the answer is a date, as {@code 2026-11-24}. */
    public boolean isDate() {
        return this == SECTION_DATE || this == DEADLINE_DATE;
    }

    /** Whether it is asked of somebody who asks for themselves: who refers and whether the person agrees is not. */
    public boolean askedOfSelf() {
        return switch (this) {
            case PERSON_NAME, REFERRER_NAME, EXACT_ROLE, ORGANISATION, AGREEMENT, REACH, SAFETY -> false;
            case NAME_TO_ASK_FOR,
                    IN_HOSPITAL,
                    PLACE,
                    WARD,
                    AREA,
                    PERSON_STATUS,
                    STATUS,
                    SECTION_DATE,
                    TREATMENT,
                    SECLUSION,
                    ADULT_WARD,
                    COMPLAINT,
                    UNDER_18,
                    DEADLINE,
                    DEADLINE_DATE,
                    NEEDS_ASKED,
                    REASON -> true;
        };
    }

    /** Whether the exact status says something else than the question that the keypad asks. */
    static boolean differ(Map<String, String> facts) {
        String told = facts.getOrDefault(PERSON_STATUS.word, "");
        List<String> exact = GROUPS.getOrDefault(facts.getOrDefault(STATUS.word, ""), List.of());
        return !told.isBlank() && !exact.isEmpty() && !exact.contains(told);
    }

    /** The facts by which the rules judge who qualifies: where the two differ, or one is not known, the exact status decides. */
    static Map<String, String> decided(Map<String, String> facts) {
        List<String> exact = GROUPS.getOrDefault(facts.getOrDefault(STATUS.word, ""), List.of());
        if (exact.isEmpty() || exact.contains(facts.getOrDefault(PERSON_STATUS.word, ""))) {
            return facts;
        }
        var decided = new HashMap<>(facts);
        decided.put(PERSON_STATUS.word, exact.get(0));
        return decided;
    }

    /** What is still missing. @param byOther whether somebody else refers the person, who did not ask for themselves */
    public static List<ReferralField> missing(Map<String, String> facts, boolean byOther) {
        return Arrays.stream(values())
                .filter(field -> byOther || field.askedOfSelf())
                .filter(field ->
                        field.required || field == DEADLINE_DATE && "date-known".equals(facts.get(DEADLINE.word)))
                .filter(field ->
                        Optional.ofNullable(facts.get(field.word)).orElse("").isBlank())
                .toList();
    }

    /** Whether a request by this role obliges an advocate to visit (Mental Health Act 1983, section 130B(5)). */
    public static boolean obligesToVisit(String exactRole) {
        return List.of("responsible-clinician", "approved-mental-health-professional", "nearest-relative")
                .contains(exactRole);
    }

    /** @throws Refused when the field does not have this answer, or it is too long; the sentence names the field */
    String accepted(String answer, LocalDate today) {
        String value = answer.strip();
        if (!choices.isEmpty() && !value.isEmpty() && !choices.contains(value)) {
            throw new Refused("\"%s\": choose one of the answers.".formatted(question));
        }
        if (isDate() && !value.isEmpty() && !value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new Refused("\"%s\": write a date, such as 2026-11-24.".formatted(question));
        }
        if (isDate() && !value.isEmpty()) {
            likely(date(value), today);
        }
        if (value.length() > LONGEST) {
            throw new Refused("\"%s\": write %d characters at most.".formatted(question, LONGEST));
        }
        return value;
    }

    private LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException none) {
            throw new Refused("\"%s\": there is no such day.".formatted(question));
        }
    }

    /** A year that was mistyped would make the rules reckon with it. */
    private void likely(LocalDate day, LocalDate today) {
        if (this == SECTION_DATE && day.isAfter(today)) {
            throw new Refused("\"%s\": this day is in the future: write the day when it began.".formatted(question));
        }
        if (day.isAfter(today.plusYears(FARTHEST))) {
            throw new Refused(
                    "\"%s\": this day is more than %d years ahead: look at the year.".formatted(question, FARTHEST));
        }
        if (this == DEADLINE_DATE && day.isBefore(today)) {
            throw new Refused(
                    "\"%s\": this day is over: look at the year, or choose that no date is known.".formatted(question));
        }
        if (day.isBefore(today.minusYears(LONGEST_STAY))) {
            throw new Refused(
                    "\"%s\": this day is more than %d years ago: look at the year.".formatted(question, LONGEST_STAY));
        }
    }
}
