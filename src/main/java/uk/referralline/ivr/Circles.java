package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Ways round that never end by themselves: without the caller at all, or with a caller who is silent. */
final class Circles implements Check {

    @Override
    public void look(Subject subject) {
        Set<String> told = new HashSet<>();
        each(subject, told, step -> step.waits() ? List.of() : step.targets())
                .forEach(round -> subject.error(
                        round.get(0),
                        "The call goes round here without ever waiting for the caller: %s.".formatted(way(round)),
                        "Ask something on the way, or end it."));
        each(subject, told, Step::unanswered)
                .forEach(round -> subject.error(
                        round.get(0),
                        "A caller who stays silent goes round here for ever: %s.".formatted(way(round)),
                        "Lead \"otherwise\" or \"silent\" to another step, in the end to a person or a message."));
    }

    private static List<List<String>> each(Subject subject, Set<String> told, Function<Step, List<String>> next) {
        List<List<String>> rounds = new ArrayList<>();
        for (String name : subject.names()) {
            List<String> round = round(subject, name, next);
            if (!round.isEmpty() && told.stream().noneMatch(round::contains)) {
                rounds.add(round);
                told.addAll(round);
            }
        }
        return rounds;
    }

    /** The shortest way from a step back to itself; empty if there is none. */
    private static List<String> round(Subject subject, String from, Function<Step, List<String>> next) {
        List<List<String>> ways = List.of(List.of(from));
        Set<String> seen = new HashSet<>();
        while (!ways.isEmpty()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> way : ways) {
                for (String target : next.apply(subject.step(way.get(way.size() - 1)))) {
                    if (target.equals(from)) {
                        return way;
                    }
                    if (seen.add(target)) {
                        longer.add(with(way, target));
                    }
                }
            }
            ways = longer;
        }
        return List.of();
    }

    private static List<String> with(List<String> way, String target) {
        List<String> longer = new ArrayList<>(way);
        longer.add(target);
        return longer;
    }

    private static String way(List<String> round) {
        return String.join(", ", round) + ", " + round.get(0);
    }
}
