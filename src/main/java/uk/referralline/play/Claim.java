package uk.referralline.play;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Next;
import uk.referralline.ivr.Prompt;

/** What must be true of every call that a script can lead to. */
public enum Claim {
    WORDS("The line never answers without words, and no call ends without any.", Claim::withoutWords),
    DANGER_FIRST("999 and 111 are heard to the end before anything is asked.", Claim::withoutWarning),
    PERSON(
            "0 leads to a person or a message wherever the line waits for keys.",
            whoeverIsOnDuty(Claim::zeroForNothing)),
    SILENCE_IS_SERVED(
            "A caller who is silent is given a person or a message within two prompts.",
            whoeverIsOnDuty(Claim::silenceIgnored)),
    SILENCE_ENDS(
            "A caller who falls silent anywhere is led to the last words.", whoeverIsOnDuty(Claim::silenceForEver)),
    SAID_ONLY_IF_KEPT("A time is only promised when an effect of the call keeps it.", Claim::emptyPromise),
    NO_IS_NO(
            "Nobody is called back or referred who said no.",
            never(
                    Claim::saidNo,
                    Effect.RequestCallback.class,
                    Effect.RequestWardCallback.class,
                    Effect.RequestContact.class,
                    Effect.OpenReferral.class)),
    NOT_PHONED(
            "Nobody is promised a call who must not be phoned.",
            never(
                    (moment, lab) -> lab.needs(moment, Lab.MUST_NOT_BE_PHONED),
                    Effect.RequestCallback.class,
                    Effect.RequestWardCallback.class)),
    NUMBER_IS_CALLED(
            "Whoever gave a safe number is called back or referred, also after a hang-up.",
            unlessTaken(unlessNo(forgets(
                    "number",
                    Effect.RequestCallback.class,
                    Effect.RequestWardCallback.class,
                    Effect.RequestContact.class,
                    Effect.OpenReferral.class)))),
    MESSAGE_IS_HEARD(
            "Whoever left a message is listened to, also after a hang-up.",
            forgets("message", Effect.TakeMessage.class)),
    STOP_IS_KEPT(
            "Whoever gave a number for no more texts gets none, also after a hang-up.",
            forgets("stop-number", Effect.StopTexts.class)),
    TEXT_ONLY_WITH_YES(
            "A text goes only to a mobile, after a yes to texts, and on the person's own phone or to a professional.",
            Claim::unwantedText),
    SAME_TWICE("The same input twice gives the same turn.", Claim::otherwiseTheSecondTime);

    private static final int PROMPTS_BEFORE_A_PERSON = 2;

    private final String words;
    private final BiFunction<Moment, Lab, Optional<Moment>> broken;

    Claim(String words, BiFunction<Moment, Lab, Optional<Moment>> broken) {
        this.words = words;
        this.broken = broken;
    }

    /** The claim in one sentence. */
    public String words() {
        return words;
    }

    /** Whether it asks what would follow from here; that is the same for all moments that are alike. */
    boolean looksAhead() {
        return this == PERSON || this == SILENCE_IS_SERVED || this == SILENCE_ENDS || this == SAME_TWICE;
    }

    /** The moment that shows that the claim is not true here: this one, or one that follows; empty if it is true. */
    Optional<Moment> broken(Moment moment, Lab lab) {
        return broken.apply(moment, lab);
    }

    private static Optional<Moment> withoutWords(Moment moment, Lab lab) {
        boolean words = moment.turn().reply().prompts().stream()
                .anyMatch(prompt -> !lab.said(moment, prompt).isBlank());
        return Optional.of(moment).filter(here -> !words && !moment.hungUp());
    }

    private static Optional<Moment> withoutWarning(Moment moment, Lab lab) {
        String firm = String.join(
                " ",
                moment.turn().reply().prompts().stream()
                        .filter(Prompt::firm)
                        .map(prompt -> lab.said(moment, prompt))
                        .toList());
        boolean warned = firm.contains("999") && firm.contains("111");
        return Optional.of(moment).filter(here -> moment.before().isEmpty() && !warned);
    }

    private static Optional<Moment> zeroForNothing(Moment moment, Lab lab) {
        return Optional.of(moment)
                .filter(here -> !here.hungUp() && here.turn().reply().next() instanceof Next.Gather)
                .map(here -> lab.after(here, Act.ZERO))
                .filter(zero -> !isServed(zero));
    }

    private static Optional<Moment> silenceIgnored(Moment moment, Lab lab) {
        if (moment.before().isPresent()) {
            return Optional.empty();
        }
        Moment here = moment;
        for (int prompts = 0; prompts < PROMPTS_BEFORE_A_PERSON && !isServed(here); prompts++) {
            here = lab.after(here, Act.SILENT);
        }
        return Optional.of(here).filter(last -> !isServed(last));
    }

    private static Optional<Moment> silenceForEver(Moment moment, Lab lab) {
        Moment here = moment;
        for (int turns = 0; turns < Lab.LONG_SILENCE && !here.state().over(); turns++) {
            here = lab.after(here, Act.SILENT);
        }
        return Optional.of(here).filter(last -> !last.state().over());
    }

    private static Optional<Moment> emptyPromise(Moment moment, Lab lab) {
        boolean promises = moment.turn().reply().prompts().stream()
                .anyMatch(prompt -> lab.written(moment, prompt).contains("{" + Facts.DUE + "}"));
        return Optional.of(moment).filter(here -> promises && !here.decided(Effect.Promise.class));
    }

    private static BiFunction<Moment, Lab, Optional<Moment>> never(BiPredicate<Moment, Lab> who, Class<?>... effects) {
        return (moment, lab) -> Optional.of(moment)
                .filter(here -> who.test(here, lab))
                .filter(here -> here.turn().effects().stream()
                        .anyMatch(effect -> Arrays.stream(effects).anyMatch(kind -> kind.isInstance(effect))));
    }

    private static boolean saidNo(Moment moment, Lab lab) {
        return lab.word(moment, "agreement").equals("said-no");
    }

    private static BiFunction<Moment, Lab, Optional<Moment>> unlessNo(
            BiFunction<Moment, Lab, Optional<Moment>> broken) {
        return (moment, lab) -> saidNo(moment, lab) ? Optional.empty() : broken.apply(moment, lab);
    }

    /** A field was filled, the call is over, and nothing came of it. */
    private static BiFunction<Moment, Lab, Optional<Moment>> forgets(String field, Class<?>... kept) {
        return (moment, lab) -> Optional.of(moment)
                .filter(here -> here.state().over())
                .filter(here -> !lab.word(here, field).isBlank())
                .filter(here -> Arrays.stream(kept).noneMatch(here::decided));
    }

    /** With somebody on duty from here on, and with nobody. */
    private static BiFunction<Moment, Lab, Optional<Moment>> whoeverIsOnDuty(
            BiFunction<Moment, Lab, Optional<Moment>> broken) {
        return (moment, lab) -> lab.staffings(moment.start()).stream()
                .flatMap(staffed -> broken.apply(moment.staffed(staffed), lab).stream())
                .findFirst();
    }

    /** Whoever has talked to a person has been served: that person sees to the rest. */
    private static BiFunction<Moment, Lab, Optional<Moment>> unlessTaken(
            BiFunction<Moment, Lab, Optional<Moment>> broken) {
        return (moment, lab) ->
                lab.word(moment, Facts.TRANSFER).equals(Facts.TAKEN) ? Optional.empty() : broken.apply(moment, lab);
    }

    private static Optional<Moment> unwantedText(Moment moment, Lab lab) {
        boolean texts = moment.turn().effects().stream().anyMatch(Effect.SendText.class::isInstance);
        boolean asked = lab.word(moment, "may-text").equals("yes")
                && lab.word(moment, "number").equals("mobile");
        boolean theirs = lab.word(moment, "own-phone").equals("yes")
                || !lab.word(moment, "role").isBlank();
        return Optional.of(moment).filter(here -> texts && !(asked && theirs));
    }

    private static Optional<Moment> otherwiseTheSecondTime(Moment moment, Lab lab) {
        return Optional.of(moment).filter(here -> !lab.again(here).equals(here.turn()));
    }

    private static boolean isServed(Moment moment) {
        return moment.turn().reply().next().match(new Served());
    }

    /** True where the caller is with a person, or can leave a message for one. */
    private static final class Served implements Next.Cases<Boolean> {
        @Override
        public Boolean gather(Next.Gather gather) {
            return false;
        }

        @Override
        public Boolean record(Next.Record record) {
            return true;
        }

        @Override
        public Boolean transfer(Next.Transfer transfer) {
            return true;
        }

        @Override
        public Boolean hangUp(Next.HangUp hangUp) {
            return false;
        }
    }
}
