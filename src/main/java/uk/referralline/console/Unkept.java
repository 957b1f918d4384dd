package uk.referralline.console;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.referralline.casework.CaseStatus;
import uk.referralline.casework.Hint;
import uk.referralline.casework.OpenCallback;
import uk.referralline.casework.ReferralField;
import uk.referralline.console.CaseView.Step;

/**
 * What was typed in a form of a case's page that could not be kept, where the case has changed so that the form is not what one
 * does next any more: none of it is lost.
 */
final class Unkept {
    private static final String ATTEMPT_NOTE = "attempt-note";
    private static final String DISPOSITION = "disposition";

    /** Where the refusals stand of forms that only whoever deals with the case may send. */
    private static final Set<String> HELD =
            Set.of(DISPOSITION, "urgency-why", "eligibility-why", "need", "withdraw-need-why", "number", "owner-why");

    /** Fields of forms that stand on the page as long as the case is open. */
    private static final Set<String> WHILE_OPEN = Set.of(
            "urgency-why",
            "eligibility-why",
            "need-detail",
            "withdraw-need-why",
            "unblock-why",
            "number",
            "owner-why",
            "alert",
            "link-why",
            "merge-why");

    /** Those that stand beside another case, as long as the two may be of the same person. */
    private static final Set<String> SAME_PERSON = Set.of("link-why", "merge-why");

    private static final Map<Step, Set<String>> OF_STEP = Map.of(
            Step.ALERT, Set.of("lift"),
            Step.INCIDENT, Set.of("settle"),
            Step.CLOSED, Set.of("reopen"));

    /** Fields in which somebody writes in their own words, but for notes, which never collide. */
    private static final Set<String> WORDS = words();

    private final CaseView view;

    Unkept(CaseView view) {
        this.view = view;
    }

    private static Set<String> words() {
        var words = new TreeSet<>(WHILE_OPEN);
        words.addAll(Set.of(ATTEMPT_NOTE, "give-up", "close-why"));
        OF_STEP.values().forEach(words::addAll);
        return words;
    }

    /** All that somebody typed in a form of a case that is not theirs to read any more, line by line. */
    static String typed(Visit visit) {
        Stream<String> answers = Arrays.stream(ReferralField.values())
                .filter(field -> !visit.field(field.word()).isEmpty())
                .map(field -> field.question()
                        + (field.question().endsWith("?") ? " " : ": ")
                        + CaseWords.value(field.word(), visit.field(field.word())));
        Stream<String> words = Stream.concat(Stream.of("note"), WORDS.stream())
                .map(visit::field)
                .filter(each -> !each.isEmpty());
        return Stream.concat(words, answers).collect(Collectors.joining("\n"));
    }

    boolean attemptStands() {
        boolean mayBeCalled =
                view.file().callback().isPresent() || view.file().referral().isPresent();
        return view.typed().containsKey(ATTEMPT_NOTE) && open() && mayBeCalled;
    }

    boolean refusedAsHeld(Errors errors) {
        return view.colleagueHolds()
                && HELD.stream().anyMatch(errors::at)
                && (!errors.at(DISPOSITION) || attemptStands());
    }

    boolean noteStandsElsewhere() {
        boolean heard = view.step() == Step.LISTEN
                && view.unheard()
                        .filter(each -> each.sid().equals(view.typed("sid")))
                        .isPresent();
        boolean corrected = view.timeline().stream()
                .filter(entry -> entry.kind().equals("note") && !entry.word().equals("corrected"))
                .anyMatch(entry -> entry.key().equals(Optional.of(view.typed("corrects"))));
        return heard || corrected;
    }

    String leftOver() {
        Set<String> placed = placed();
        return WORDS.stream()
                .filter(field -> !placed.contains(field) && !view.typed(field).isBlank())
                .map(view::typed)
                .collect(Collectors.joining("\n"));
    }

    /** Fields that the page shows, with what was typed in them. */
    private Set<String> placed() {
        Step step = view.step();
        Set<String> placed = new HashSet<>(OF_STEP.getOrDefault(step, Set.of()));
        if (open()) {
            placed.addAll(WHILE_OPEN);
        }
        if (!view.isOf("") && view.hints().stream().noneMatch(each -> view.isOf(id(each)))) {
            placed.removeAll(SAME_PERSON);
        }
        if (step == Step.CALL || attemptStands()) {
            placed.add(ATTEMPT_NOTE);
        }
        if (step == Step.CALL
                && view.file().callback().filter(OpenCallback::undecided).isPresent()) {
            placed.add("give-up");
        }
        if (view.closing()) {
            placed.add("close-why");
        }
        return placed;
    }

    private static String id(Hint hint) {
        return String.valueOf(hint.caseId().value());
    }

    private boolean open() {
        return view.head().status() == CaseStatus.OPEN;
    }
}
