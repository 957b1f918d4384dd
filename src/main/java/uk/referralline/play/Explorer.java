package uk.referralline.play;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uk.referralline.ivr.Keypad;
import uk.referralline.ivr.Reply;
import uk.referralline.ivr.Script;

/**
 * Follows every way through a script, with everything that a caller may do wherever the line waits. Ways on which nothing
 * differs that the script asks for are followed once. The nearest moments come first, so what breaks a claim is as short a
 * call as there is.
 */
public final class Explorer {
    /** A script with more than so many different moments is not one that people oversee. */
    private static final int TOO_MANY = 500_000;

    private final Lab lab;
    private final Set<String> seen = new HashSet<>();
    private final Deque<Moment> open = new ArrayDeque<>();
    private final Map<Claim, Moment> broken = new EnumMap<>(Claim.class);
    private int turns;

    private Explorer(Lab lab) {
        this.lab = lab;
    }

    /**
     * Every way, from every way to begin.
     *
     * @param keypad must know Ofcom's drama numbers, which the callers here key in
     * @throws IllegalStateException if the script is not one in which {@link uk.referralline.ivr.ScriptCheck} found no error
     */
    public static Exploration explore(Script script, Keypad keypad) {
        return new Explorer(new Lab(script, keypad)).explore();
    }

    private Exploration explore() {
        for (Start start : Start.all(lab.script())) {
            comeAll(start, staffed -> lab.begin(start, staffed));
        }
        while (!open.isEmpty()) {
            Moment moment = open.poll();
            for (Act act : Act.possible(moment.turn().reply().next())) {
                comeAll(moment.start(), staffed -> lab.after(moment.staffed(staffed), act));
            }
        }
        return Exploration.of(lab, broken, seen.size(), turns);
    }

    /** Once for each that may be on duty, if it makes a difference. */
    private void comeAll(Start start, Function<Boolean, Moment> next) {
        List<Reply> heard = new ArrayList<>();
        for (boolean staffed : lab.staffings(start)) {
            Moment moment = next.apply(staffed);
            if (!heard.contains(moment.turn().reply())) {
                heard.add(moment.turn().reply());
                come(moment);
            }
        }
    }

    private void come(Moment moment) {
        turns++;
        boolean isNew = !moment.state().over() && seen.add(lab.likeness(moment));
        for (Claim claim : Claim.values()) {
            if (!broken.containsKey(claim) && (isNew || !claim.looksAhead())) {
                claim.broken(moment, lab).ifPresent(culprit -> broken.put(claim, culprit));
            }
        }
        if (isNew) {
            open.add(moment);
        }
        if (seen.size() > TOO_MANY) {
            throw new IllegalStateException("the script has more than " + TOO_MANY + " different moments");
        }
    }
}
