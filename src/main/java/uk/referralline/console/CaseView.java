package uk.referralline.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.referralline.casework.AttemptRules;
import uk.referralline.casework.CaseFile;
import uk.referralline.casework.CaseHead;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.CaseStatus;
import uk.referralline.casework.Disposition;
import uk.referralline.casework.Hint;
import uk.referralline.casework.Link;
import uk.referralline.casework.NumberKnown;
import uk.referralline.casework.Place;
import uk.referralline.casework.ReferralField;
import uk.referralline.casework.Wards;
import uk.referralline.duty.Advocate;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;
import uk.referralline.timeline.Entry;

/**
 * A case as its page shows it to one person at one moment.
 *
 * @param hints other cases with a number in common
 * @param colleagues whom the case may be given to
 * @param slip how the call ended that the reader recorded last, and may take back
 * @param mayUndoClosing whether the reader closed it, and it was the last thing that happened
 * @param typed what was typed in a form that could not be kept, by the names of its fields
 */
public record CaseView(
        CaseFile file,
        List<Entry> timeline,
        List<Hint> hints,
        List<Advocate> colleagues,
        Advocate reader,
        AttemptRules rules,
        NumberPlan plan,
        Wards wards,
        Map<String, String> typed,
        boolean rightPerson,
        Optional<Disposition> slip,
        boolean mayUndoClosing,
        Instant now) {

    /** What is allowed on a number stands beside the number. */
    private static final Set<String> ELSEWHERE =
            Set.of("own-phone", "may-leave-message", "may-text", "stop-here", "transfer", "transfer-leg");

    /** What the reader does next on this case. */
    public enum Step {
        GONE_ON,
        CLOSED,
        ALERT,
        TAKE,
        TAKE_OVER,
        CALL,
        OTHER_WAY,
        LISTEN,
        REFERRAL,
        INCIDENT,
        CLOSE
    }

    public CaseHead head() {
        return file.head();
    }

    public String path() {
        return "/case/" + head().id().value();
    }

    public static String path(CaseId id) {
        return "/case/" + id.value();
    }

    /** What was typed in a field; what it shows otherwise is {@code else}. */
    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    public String typed(String field) {
        return typed(field, "");
    }

    public boolean mine() {
        return head().claimedBy().filter(reader.id()::equals).isPresent();
    }

    /** The next step, first on the page. */
    public Step step() {
        if (head().status() != CaseStatus.OPEN) {
            return head().status() == CaseStatus.MERGED ? Step.GONE_ON : Step.CLOSED;
        }
        if (!file.alerts().isEmpty()) {
            return Step.ALERT;
        }
        if (!mine()) {
            return head().claimedBy().isEmpty() ? Step.TAKE : Step.TAKE_OVER;
        }
        return work();
    }

    private Step work() {
        if (file.openIncidents() > 0) {
            return Step.INCIDENT;
        }
        if (unheard().isPresent()) {
            return Step.LISTEN;
        }
        if (file.callback().isPresent()) {
            return Step.CALL;
        }
        if (file.noCall().isPresent() && head().kind().equals("self-referral")) {
            return Step.OTHER_WAY;
        }
        return file.referral().filter(each -> each.completedAt().isEmpty()).isPresent() ? Step.REFERRAL : Step.CLOSE;
    }

    /** Whether a number is not the person's but that of whoever refers them. */
    public boolean isReferrers(NumberKnown number) {
        return file.referral()
                .filter(referral -> referral.number().equals(number.number()))
                .isPresent();
    }

    /** Numbers that nobody calls or texts. */
    public List<NumberKnown> blocked() {
        return file.numbers().stream()
                .filter(each -> each.blocked().isPresent())
                .toList();
    }

    /** Linked cases that wait for a call like this one: a person is called once. */
    public List<Link> alsoWaiting() {
        return file.callback().isEmpty()
                ? List.of()
                : file.links().stream().filter(Link::waits).toList();
    }

    /** The first left message that nobody has written up. */
    public Optional<CaseFile.LeftMessage> unheard() {
        return file.messages().stream()
                .filter(each -> each.writtenUpAt().isEmpty())
                .findFirst();
    }

    /** The first name to ask for; never more than that until the right person is on the phone. */
    public Optional<String> firstName() {
        return fact(ReferralField.NAME_TO_ASK_FOR).map(name -> name.split("\\s+")[0]);
    }

    public Optional<String> fact(ReferralField field) {
        return Optional.ofNullable(file.facts().get(field.word())).filter(value -> !value.isBlank());
    }

    /** What was told, but for recordings, numbers and what is allowed on them, which have places of their own. */
    public Map<String, String> facts() {
        var shown = new TreeMap<String, String>();
        file.facts().forEach((name, value) -> {
            boolean elsewhere = value.matches("RE[0-9a-f]{32}|\\+[0-9]+") || ELSEWHERE.contains(name);
            if (!elsewhere && !value.isBlank()) {
                shown.put(
                        CaseWords.fact(name),
                        name.equals(ReferralField.PLACE.word()) ? place(value) : CaseWords.value(name, value));
            }
        });
        return shown;
    }

    /** Where somebody is, by its name in the settings. */
    public String place(String id) {
        return CaseWords.place(wards.find(id).map(Place::inFull), id);
    }

    /** What a number in common says, in a sentence. */
    public String says(Hint hint) {
        return wards.ofNumber(hint.number())
                .map(Place::phoneHint)
                .orElse(
                        hint.own()
                                ? "Somebody said that it is their own phone."
                                : "It may be a phone that people share: it says little.");
    }

    public String written(PhoneNumber number) {
        return plan.written(number);
    }

    /** How the call may end, as far as this person allowed it. */
    public List<Disposition> dispositions() {
        boolean message = file.callback()
                .flatMap(open -> open.number())
                .map(number -> file.numbers().stream()
                        .anyMatch(each -> each.number().equals(number) && each.mayLeaveMessage()))
                .orElse(false);
        return Arrays.stream(Disposition.values())
                .filter(each -> message || !each.needsPermission())
                .toList();
    }

    /** Whether leaving a message is among them. */
    public boolean mayLeaveMessage() {
        return dispositions().contains(Disposition.MESSAGE_LEFT);
    }
}
