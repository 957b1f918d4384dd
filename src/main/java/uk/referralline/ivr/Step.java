package uk.referralline.ivr;

import java.util.List;

/** One place in a call script. A step that waits for the caller hears; every other one only passes on. */
sealed interface Step permits Say, Ask, KeyIn, Leave, Branch, Assign, Do, End {

    /** The call comes here. */
    Move arrive(Scene scene, CallState here);

    /** The caller did something while the call waited here. */
    default Move hear(Scene scene, CallState here, Input input) {
        return arrive(scene, here);
    }

    /** The steps that may follow this one. */
    List<String> targets();

    /** The prompts this step may say. */
    List<String> prompts();

    /** True when the call waits here for the caller, so that a way round through it is no endless circle. */
    default boolean waits() {
        return false;
    }
}
