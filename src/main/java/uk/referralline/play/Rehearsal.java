package uk.referralline.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Input;
import uk.referralline.yaml.Fault;

/**
 * Plays an example call and tells where the script goes otherwise than the example says.
 *
 * @param between what happens to the state between two turns: on the line it is kept as JSON, in a check nothing
 */
public record Rehearsal(Stage stage, UnaryOperator<CallState> between) {

    /** In one go, as a check does. */
    public Rehearsal(Stage stage) {
        this(stage, UnaryOperator.identity());
    }

    /** The first place where it goes otherwise, and each end that comes otherwise. */
    public List<Fault> of(String file, Conversation call) {
        Walk walk = stage.walk(call.at());
        walk.take(stage.begin(call.caller(), call.at(), call.staffed()));
        Optional<Fault> broken = talk(file, call, walk);
        return broken.map(List::of).orElseGet(() -> ends(file, call.ends(), Outcome.of(walk)));
    }

    private Optional<Fault> talk(String file, Conversation call, Walk walk) {
        String said = said(walk);
        int turn = 0;
        for (Conversation.Part part : call.talk()) {
            if (part.isLine()) {
                int at = said.indexOf(part.what());
                if (at < 0) {
                    return Optional.of(fault(
                            file, part, "The line does not say \"%s\" here. It says: %s".formatted(part.what(), said)));
                }
                said = said.substring(at);
            } else {
                Optional<Input> input = CallerAct.of(part.what(), turn++);
                if (input.isEmpty()) {
                    return Optional.of(fault(file, part, "Nobody can \"%s\" on the phone.".formatted(part.what())));
                }
                walk.putBack(between.apply(walk.state()));
                walk.take(input.get());
                said = said(walk);
            }
        }
        return Optional.empty();
    }

    private static String said(Walk walk) {
        return walk.state().over() && walk.heard().isEmpty() ? "nothing" : String.join(" ", walk.heard());
    }

    private static Fault fault(String file, Conversation.Part part, String message) {
        return new Fault(file, part.row(), "", message);
    }

    private static List<Fault> ends(String file, Conversation.Ends wanted, Outcome outcome) {
        List<Fault> faults = new ArrayList<>();
        compare(file, "case", wanted.kind(), outcome.kind()).ifPresent(faults::add);
        compare(file, "callback", wanted.callback(), outcome.callback()).ifPresent(faults::add);
        compare(file, "urgency", wanted.urgency(), outcome.urgency()).ifPresent(faults::add);
        compare(file, "texts", wanted.texts().map(Rehearsal::told), told(outcome.texts()))
                .ifPresent(faults::add);
        return faults;
    }

    private static Optional<Fault> compare(String file, String what, Optional<String> wanted, String found) {
        return wanted.filter(each -> !each.equals(found))
                .map(each -> new Fault(file, 0, "ends", "%s is \"%s\", not \"%s\".".formatted(what, found, each)));
    }

    private static String told(List<String> texts) {
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }
}
