package uk.referralline.play;

import java.util.function.BiPredicate;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Next;

/** What callers come for. How long it takes is told of each. */
public enum Goal {
    OWN_MOBILE(
            "a callback on the own mobile",
            "mobile",
            (moment, lab) -> lab.word(moment, "own-phone").equals("yes") && has(moment, Effect.RequestCallback.class)),
    WARD_PHONE(
            "a callback on a ward phone",
            Facts.WITHHELD,
            (moment, lab) -> !lab.word(moment, "place").isBlank()
                    && !lab.word(moment, "own-phone").equals("yes")
                    && has(moment, Effect.RequestCallback.class)),
    WARD(
            "a callback to a ward, without number",
            Facts.WITHHELD,
            (moment, lab) -> has(moment, Effect.RequestWardCallback.class)),
    STAFF_REFERRAL(
            "a referral by staff",
            "landline",
            (moment, lab) -> moment.state().over() && has(moment, Effect.OpenReferral.class)),
    MESSAGE("a message left", "mobile", (moment, lab) -> has(moment, Effect.TakeMessage.class)),
    PERSON(
            "a person, or the tone for a message",
            "mobile",
            (moment, lab) -> moment.act().filter(Act.ZERO::equals).isPresent()
                    && !(moment.turn().reply().next() instanceof Next.Gather));

    private final String words;
    private final String caller;
    private final BiPredicate<Moment, Lab> reached;

    Goal(String words, String caller, BiPredicate<Moment, Lab> reached) {
        this.words = words;
        this.caller = caller;
        this.reached = reached;
    }

    public String words() {
        return words;
    }

    /** The phone of those who come for it. */
    String caller() {
        return caller;
    }

    boolean isReached(Moment moment, Lab lab) {
        return reached.test(moment, lab);
    }

    /** Whether 0 is a way to it; to the others it is a way round. */
    boolean byZero() {
        return this == MESSAGE || this == PERSON;
    }

    private static boolean has(Moment moment, Class<? extends Effect> kind) {
        return moment.turn().effects().stream().anyMatch(kind::isInstance);
    }
}
