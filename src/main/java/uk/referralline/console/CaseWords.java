package uk.referralline.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import uk.referralline.casework.CaseEvent;
import uk.referralline.casework.CaseOutcome;
import uk.referralline.casework.CommunicationNeed;
import uk.referralline.casework.Disposition;
import uk.referralline.casework.Link;
import uk.referralline.casework.Reference;
import uk.referralline.casework.ReferralField;
import uk.referralline.number.PhoneNumber;
import uk.referralline.timeline.Entry;

/** The words of tables as people read them. */
public final class CaseWords {
    private static final Map<String, String> KINDS = Map.of(
            "general", "General",
            "self-referral", "For themselves",
            "professional-referral", "Referral by staff",
            "family-or-friend", "Family or friend");

    private static final Map<Disposition, String> DISPOSITIONS = Map.of(
            Disposition.SPOKE, "Spoke to the person",
            Disposition.NOT_IN, "Somebody answered, the person was not there",
            Disposition.NO_ANSWER, "No answer",
            Disposition.MESSAGE_LEFT, "We left a message",
            Disposition.WRONG_NUMBER, "Wrong number",
            Disposition.ASKED_NOT_TO_CALL, "Asked us not to call",
            Disposition.HANDED_OVER, "Handed over");

    private static final String REFERRER = "Called whoever refers them";

    private static final Map<String, String> STARTS = Map.of(
            "call", "Called the line",
            "asked", "Was promised a call",
            "message", "The caller left a message",
            "text-out", "Text sent",
            "text-in", "Text received",
            "note", "Note");

    /** Codes with a name in them, or with letters that stand for words: their parts alone would not tell. */
    private static final Map<String, String> NAMES = Map.of(
            "bsl-interpreter", "BSL interpreter",
            "relay-uk", "Relay UK",
            "clinician-or-amhp", "Clinician or AMHP",
            "mental-health-act-office", "Mental Health Act office",
            "s57", "Section 57 (brain surgery)",
            "s58", "Section 58 (medicine after 3 months)",
            "s58A", "Section 58A (electroconvulsive therapy)",
            "s62", "Section 62 (urgent treatment)",
            "other-section", "Another section (35, 36, 37, 37/41, 38, 45A, 47, 48)");

    private CaseWords() {}

    /** The kind of a case. */
    public static String kind(String word) {
        return KINDS.getOrDefault(word, plain(word));
    }

    /** A reference as it is read aloud: in pairs. */
    public static String reference(Reference reference) {
        return reference.digits().replaceAll("(..)(?=.)", "$1 ");
    }

    /** How somebody knew that another case is the same person's. */
    public static String how(Link link) {
        return link.reason().orElse("By way of another linked case, where the reason stands.");
    }

    /** A number of which only the last three digits are shown. */
    public static String masked(PhoneNumber number) {
        String digits = number.e164();
        return "ends " + digits.substring(Math.max(1, digits.length() - 3));
    }

    public static String need(String word) {
        return plain(word);
    }

    public static String need(CommunicationNeed need) {
        return plain(need.word());
    }

    public static String disposition(Disposition disposition) {
        return DISPOSITIONS.get(disposition);
    }

    /** The name of a fact. */
    public static String fact(String name) {
        return ReferralField.ofWord(name).map(ReferralField::question).orElseGet(() -> plain(name));
    }

    /** What is known: a choice as people read it, a date as a date, and what somebody wrote as they wrote it. */
    public static String value(String fact, String value) {
        Optional<ReferralField> field = ReferralField.ofWord(fact);
        if (field.filter(ReferralField::isDate).isPresent() && value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return SettingsPage.day(LocalDate.parse(value));
        }
        boolean written = field.filter(each -> each.choices().isEmpty())
                .filter(each -> each != ReferralField.PLACE)
                .isPresent();
        return written ? value : said(value);
    }

    /** A code as people read it; any other words as somebody wrote them. */
    public static String said(String words) {
        return NAMES.containsKey(words) || words.matches("[a-z0-9]+(-[a-z0-9]+)*") ? plain(words) : words;
    }

    /** A word of a table as a sentence begins: {@code not-in} is "Not in". */
    public static String plain(String word) {
        if (NAMES.containsKey(word)) {
            return NAMES.get(word);
        }
        String words = word.replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** How a case ended. */
    public static String outcome(String word) {
        return Arrays.stream(CaseOutcome.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .map(CaseOutcome::title)
                .orElseGet(() -> plain(word));
    }

    /** What happened, in a few words. */
    public static String title(Entry entry) {
        return switch (entry.kind()) {
            case "change" -> change(entry.word());
            case "attempt" -> entry.detail().isPresent() ? REFERRER : disposition(Disposition.ofWord(entry.word()));
            case "asked" -> entry.word().equals("asked") ? STARTS.get("asked") : "Left a message for the same call";
            case "note" -> entry.word().equals("correction") ? "Note, a correction" : STARTS.get("note");
            default -> STARTS.getOrDefault(entry.kind(), plain(entry.kind()));
        };
    }

    private static String change(String word) {
        return CaseEvent.Kind.ofWord(word).title();
    }

    /** What there is to say beside the title; empty for nothing. */
    public static String detail(Entry entry) {
        return switch (entry.kind()) {
            case "text-out" ->
                plain(entry.detail().orElse("")) + ": " + plain(entry.word()).toLowerCase(Locale.UK)
                        + entry.reason()
                                .map(why -> " (" + plain(why).toLowerCase(Locale.UK) + ")")
                                .orElse("");
            case "call" ->
                entry.detail().map(seconds -> lasted(Long.parseLong(seconds))).orElse("The call is going on");
            case "message" ->
                entry.word().equals("erased") ? "Erased" : plain(entry.detail().orElse(""));
            case "change" ->
                entry.detail()
                        .map(detail -> changed(CaseEvent.Kind.ofWord(entry.word()), detail))
                        .orElse("");
            case "asked" -> said(entry.detail().orElse(""));
            case "attempt" -> entry.detail().isPresent() ? plain(entry.word()) : "";
            default -> entry.detail().orElse("");
        };
    }

    /** What a change changed, in words: names of facts, a time, or what was and what is since. */
    static String changed(CaseEvent.Kind kind, String values) {
        return switch (kind) {
            case FACT_CHANGED -> each(values, ", ", CaseWords::fact);
            case CALLBACK_PLANNED -> Times.dayAndTime(Instant.parse(values));
            case TAKEN_OVER -> "From " + values;
            case CLOSED -> outcome(values);
            default -> each(values, " → ", CaseWords::changed);
        };
    }

    private static String each(String values, String between, UnaryOperator<String> words) {
        return Arrays.stream(values.split(between)).map(words).collect(Collectors.joining(between));
    }

    /** A reference in pairs, a code in words, and anything else as it is. */
    private static String changed(String value) {
        return value.matches("[0-9]{7}") ? value.replaceAll("(..)(?=.)", "$1 ") : said(value);
    }

    private static String lasted(long seconds) {
        return seconds < 60 ? many(seconds, "second") : many((seconds + 30) / 60, "minute");
    }

    /** How long ago, or in how long: "in 20 minutes", "2 hours ago", "tomorrow at 5pm". */
    public static String due(Instant due, Instant now) {
        Duration left = Duration.between(now, due);
        long minutes = Math.abs(left.toMinutes());
        String amount = amount(minutes);
        if (left.isNegative()) {
            return "Overdue by " + amount;
        }
        return minutes < 12 * 60 ? "Due in " + amount : "Due " + Times.dayAndTime(due);
    }

    /** How often something was done, at least once. */
    public static String times(int count) {
        return switch (count) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }

    /** How long somebody has waited. */
    public static String waiting(Instant since, Instant now) {
        return amount(Math.max(0, Duration.between(since, now).toMinutes()));
    }

    private static String amount(long minutes) {
        if (minutes < 1) {
            return "less than a minute";
        }
        if (minutes < 60) {
            return many(minutes, "minute");
        }
        return minutes < 48 * 60 ? many(minutes / 60, "hour") : many(minutes / (24 * 60), "day");
    }

    private static String many(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Where the person is, as they said: the name in the settings if it is there. */
    static String place(Optional<String> name, String word) {
        return name.orElseGet(() -> said(word));
    }
}
