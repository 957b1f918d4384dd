package uk.referralline.play;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import uk.referralline.ivr.CallState;

/**
 * Which way to a goal: that with the fewest or the most seconds of listening, of those that callers go who know what they want.
 * They press no wrong key, are never silent, and are asked nothing twice: they take nothing back and change no language.
 */
public enum Way {
    SHORTEST(BinaryOperator.minBy(Comparator.comparing(Here::seconds))),
    LONGEST(BinaryOperator.maxBy(Comparator.comparing(Here::seconds)));

    private final BinaryOperator<Here> chosen;

    Way(BinaryOperator<Here> chosen) {
        this.chosen = chosen;
    }

    /** A moment, and all that was heard until then. @param asked every question so far */
    private record Here(Moment moment, Heard heard, Set<String> asked) {
        double seconds() {
            return heard.promised();
        }
    }

    /** What is heard on this way; empty when no way leads to the goal. */
    Optional<Heard> to(Goal goal, Start start, Lab lab) {
        Optional<Here> best = Optional.empty();
        List<Here> open = List.of(here(lab.begin(start, goal == Goal.PERSON), Heard.NOTHING, Set.of(), lab));
        // It ends: at each round one more question was asked, and none is asked twice.
        while (!open.isEmpty()) {
            Map<String, Here> next = new HashMap<>();
            for (Here here : open) {
                if (goal.isReached(here.moment(), lab)) {
                    best = Optional.of(
                            best.map(other -> chosen.apply(other, here)).orElse(here));
                } else {
                    after(here, goal, lab)
                            .forEach(each -> next.merge(lab.likeness(each.moment()) + each.asked(), each, chosen));
                }
            }
            open = List.copyOf(next.values());
        }
        return best.map(Here::heard);
    }

    private static Stream<Here> after(Here here, Goal goal, Lab lab) {
        return Act.possible(here.moment().turn().reply().next()).stream()
                .filter(act -> act.helps(goal))
                .map(act -> lab.after(here.moment(), act))
                .filter(moment -> !here.asked().contains(question(moment)))
                .map(moment -> here(moment, here.heard(), here.asked(), lab));
    }

    private static Here here(Moment moment, Heard before, Set<String> asked, Lab lab) {
        Set<String> all = new HashSet<>(asked);
        all.add(question(moment));
        return new Here(moment, before.and(moment, lab), Set.copyOf(all));
    }

    /** To read digits back, or to offer a message for review, is a question of its own. */
    private static String question(Moment moment) {
        CallState state = moment.state();
        return state.step() + (state.draft().isBlank() ? "" : " confirmed");
    }

    /** As the report calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
