package uk.referralline.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.referralline.casework.AttemptRules;
import uk.referralline.casework.CallElsewhere;
import uk.referralline.casework.CaseEvent;
import uk.referralline.casework.CaseFile;
import uk.referralline.casework.CaseHead;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.CaseStatus;
import uk.referralline.casework.Disposition;
import uk.referralline.casework.Hint;
import uk.referralline.casework.Link;
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

    private static final List<Disposition> TO_REFERRER = List.of(
            Disposition.SPOKE,
            Disposition.NOT_IN,
            Disposition.NO_ANSWER,
            Disposition.WRONG_NUMBER,
            Disposition.ASKED_NOT_TO_CALL);

    /** Dispositions after which nobody has to be called any more, by their words. */
    private static final Set<String> SETTLED =
            Set.of(Disposition.SPOKE.word(), Disposition.HANDED_OVER.word(), Disposition.ASKED_NOT_TO_CALL.word());

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

    /** Its numbers, and what is allowed on them. */
    public CaseNumbers numbers() {
        return new CaseNumbers(file, plan, wards);
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

    /** Whether what was typed belongs to the form about this other case. @param other its id; empty where one types a reference */
    public boolean isOf(String other) {
        return typed("other").equals(other);
    }

    public boolean mine() {
        return head().claimedBy().filter(reader.id()::equals).isPresent();
    }

    /** Whether a colleague deals with it now, so that only they change it. */
    public boolean colleagueHolds() {
        return head().status() == CaseStatus.OPEN && head().claimedBy().isPresent() && !mine();
    }

    /** Whether a form was refused that stands on the page still, and can be sent again with a reason to take the case over. */
    public boolean refusedAsHeld(Errors errors) {
        return new Unkept(this).refusedAsHeld(errors);
    }

    /** Whether a call that was written up here could not be kept, and still can be. */
    public boolean attemptStands() {
        return new Unkept(this).attemptStands();
    }

    /** Words of a form that is not on the page any more, as what it was for has changed meanwhile. */
    public String leftOver() {
        return new Unkept(this).leftOver();
    }

    /** Whether the note that was refused is in the form of a message or of a correction, rather than in that of a new note. */
    public boolean noteStandsElsewhere() {
        return new Unkept(this).noteStandsElsewhere();
    }

    /** Whether the reader may close it, as far as its next step tells. */
    public boolean closing() {
        return mine() && Set.of(Step.CLOSE, Step.OTHER_WAY, Step.REFERRAL).contains(step());
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

    /** Whether nobody has reached the person, or decided to stop trying, since they asked for something. */
    public boolean unspoken() {
        boolean dealtWith = timeline.stream().anyMatch(entry -> switch (entry.kind()) {
            case "attempt" -> SETTLED.contains(entry.word());
            case "change" -> entry.word().equals(CaseEvent.Kind.CALLBACK_GIVEN_UP.word());
            default -> false;
        });
        boolean putThrough = "taken".equals(file.facts().get("transfer"));
        boolean elsewhere = file.elsewhere()
                .flatMap(CallElsewhere::outcome)
                .filter(SETTLED::contains)
                .isPresent();
        return !dealtWith && !elsewhere && !putThrough && file.referral().isEmpty();
    }

    /** Linked cases on which the person must not be phoned, where a call is promised here. */
    public List<Link> elsewhereNoPhone() {
        return file.callback().isEmpty()
                ? List.of()
                : file.links().stream().filter(Link::noPhone).toList();
    }

    /** Whether it began with a text, and nobody has done anything yet. */
    public boolean onlyTexted() {
        return timeline.stream().anyMatch(entry -> entry.kind().equals("text-in"))
                && timeline.stream()
                        .noneMatch(entry -> Set.of("call", "attempt").contains(entry.kind()));
    }

    /** Another case on which a call to this person is promised, where none is promised here. */
    public Optional<Link> waitsThere() {
        return file.links().stream()
                .filter(each -> each.waits() && file.callback().isEmpty() && head().status() == CaseStatus.OPEN)
                .findFirst();
    }

    /** The call that was promised here and has ended on another case, where nothing is promised by now. */
    public Optional<CallElsewhere> endedThere() {
        return file.elsewhere()
                .filter(there -> !there.open()
                        && head().status() == CaseStatus.OPEN
                        && waitsThere().isEmpty());
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

    /**
     * What was told, in the order in which a referral tells it, and then the rest by name; but for recordings, numbers and what is
     * allowed on them, which have places of their own.
     */
    public Map<String, String> facts() {
        var shown = new LinkedHashMap<String, String>();
        file.facts().keySet().stream()
                .sorted(Comparator.comparing(CaseView::turn).thenComparing(CaseWords::fact))
                .forEach(name -> {
                    String value = file.facts().get(name);
                    boolean elsewhere = value.matches("RE[0-9a-f]{32}|\\+[0-9]+") || ELSEWHERE.contains(name);
                    if (!elsewhere && !value.isBlank()) {
                        shown.put(
                                CaseWords.fact(name),
                                name.equals(ReferralField.PLACE.word()) ? place(value) : CaseWords.value(name, value));
                    }
                });
        return shown;
    }

    private static int turn(String fact) {
        return ReferralField.ofWord(fact).map(ReferralField::ordinal).orElse(Integer.MAX_VALUE);
    }

    /** What there is to say of something that happened; a hospital by its name. */
    public String detail(Entry entry) {
        return entry.kind().equals("asked") && entry.detail().isPresent()
                ? place(entry.detail().get())
                : CaseWords.detail(entry);
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

    /** How the call may end, as far as this person allowed it; or, where none is promised, the one to whoever refers them. */
    public List<Disposition> dispositions() {
        if (file.callback().isEmpty()) {
            return TO_REFERRER;
        }
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
