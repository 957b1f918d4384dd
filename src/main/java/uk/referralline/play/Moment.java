package uk.referralline.play;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Next;
import uk.referralline.ivr.Turn;

/**
 * A place that an exploration has come to: the last turn, and the way there.
 *
 * @param before the moment before; empty when the call has just begun
 * @param act what the caller did then; empty when the call has just begun
 * @param state after the turn, and after what it promised was kept
 * @param decided the kinds of effect of this turn and of all before
 */
record Moment(
        Start start, Optional<Moment> before, Optional<Act> act, Turn turn, CallState state, Set<Class<?>> decided) {

    /** Wednesday, 5pm: when everything that an exploration promises falls due. */
    private static final String DUE = "2026-11-25T17:00:00Z";

    static Moment begun(Start start, Turn turn) {
        return new Moment(start, Optional.empty(), Optional.empty(), turn, kept(turn), decided(Set.of(), turn));
    }

    Moment then(Act did, Turn next) {
        return new Moment(start, Optional.of(this), Optional.of(did), next, kept(next), decided(decided, next));
    }

    private static CallState kept(Turn turn) {
        boolean promises = turn.effects().stream().anyMatch(Effect.Promise.class::isInstance);
        return promises ? turn.state().knowing(Map.of(Facts.DUE, DUE)) : turn.state();
    }

    private static Set<Class<?>> decided(Set<Class<?>> before, Turn turn) {
        if (turn.effects().isEmpty()) {
            return before;
        }
        Set<Class<?>> all = new HashSet<>(before);
        turn.effects().forEach(effect -> all.add(effect.getClass()));
        return Set.copyOf(all);
    }

    /** The same with somebody on duty from here on, or with nobody: the line looks anew at each turn. */
    Moment staffed(boolean somebody) {
        String word = somebody ? Facts.AVAILABLE : Facts.NOBODY;
        var then = new Turn(turn.state().knowing(Map.of(Facts.DUTY, word)), turn.effects(), turn.reply());
        return new Moment(start, before, act, then, kept(then), decided);
    }

    /** Whether this turn or an earlier one decided something of that kind. */
    boolean decided(Class<?> kind) {
        return decided.stream().anyMatch(kind::isAssignableFrom);
    }

    boolean isStaffed() {
        return turn.state().answer(Facts.DUTY).filter(Facts.AVAILABLE::equals).isPresent();
    }

    boolean rings() {
        return turn.reply().next() instanceof Next.Transfer;
    }

    boolean hungUp() {
        return act.filter(Act::isHangUp).isPresent();
    }

    /** From the beginning of the call to here. */
    List<Moment> way() {
        List<Moment> way = new ArrayList<>();
        for (Optional<Moment> at = Optional.of(this);
                at.isPresent();
                at = at.get().before()) {
            way.add(at.get());
        }
        Collections.reverse(way);
        return way;
    }

    /** Never prints an answer. */
    @Override
    public String toString() {
        return "Moment[" + turn.state() + "]";
    }
}
