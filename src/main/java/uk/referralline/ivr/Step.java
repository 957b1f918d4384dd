package uk.referralline.ivr;

import java.util.List;
import java.util.Set;

/** One place in a call script. A step that waits for the caller hears; every other one only passes on. */
sealed interface Step permits Say, Ask, KeyIn, Leave, Transfer, Branch, Assign, Do, Back, End {

    /** The call comes here. */
    Move arrive(Scene scene, CallState here);

    /** The caller did something while the call waited here. */
    default Move hear(Scene scene, CallState here, Input input) {
        return arrive(scene, here);
    }

    /** The steps that may follow this one. */
    List<String> targets();

    /** How it is drawn. */
    ScriptMap.Sketch sketch();

    /** The prompts this step may say. */
    List<String> prompts();

    /** Those of them that say what the step is, for a drawing. */
    default List<String> drawn() {
        return prompts();
    }

    /** True when the call waits here for the caller, so that a way round through it is no endless circle. */
    default boolean waits() {
        return false;
    }

    /** The steps that may follow when the caller does nothing at all. */
    default List<String> unanswered() {
        return targets();
    }

    /** The fields that this step may fill. */
    default Set<String> mayFill() {
        return Set.of();
    }

    /**
     * What is certain once this step has led on to a target: a field's name when it is filled, {@code field=word} when it
     * has that word. Certain means on every way from here to the target.
     *
     * @param known what is certain on arriving here
     */
    default Set<String> certain(String target, Set<String> known) {
        return Set.of();
    }

    /** What this step decides. */
    default List<Deed> deeds() {
        return List.of();
    }
}
