package uk.referralline.play;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Keypad;
import uk.referralline.ivr.Reply;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.Turn;

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
            comeAll(lab.staffings(start).stream().map(staffed -> lab.begin(start, staffed)));
        }
        while (!open.isEmpty()) {
            Moment moment = open.poll();
            List<Moment> staffed =
                    lab.staffings(moment.start()).stream().map(moment::staffed).toList();
            comeAll(Act.possible(moment.turn().reply().next()).stream()
                    .flatMap(act -> staffed.stream().map(each -> lab.after(each, act))));
        }
        return Exploration.of(lab, broken, seen.size(), turns);
    }

    /** Most wrong keys lead to the same, and so does mostly who is on duty. */
    private void comeAll(Stream<Moment> possible) {
        Set<Ahead> known = new HashSet<>();
        possible.peek(moment -> turns++)
                .filter(moment -> known.add(Ahead.of(moment)))
                .forEach(this::come);
    }

    /** Where a moment leads, whoever is on duty, and whether the caller hears why. */
    private record Ahead(CallState state, List<Effect> effects, Reply reply, boolean hungUp) {
        static Ahead of(Moment moment) {
            Turn turn = moment.staffed(false).turn();
            return new Ahead(turn.state(), turn.effects(), turn.reply(), moment.hungUp());
        }
    }

    private void come(Moment moment) {
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
