package uk.referralline.play;

import java.util.function.BiPredicate;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Next;
import uk.referralline.ivr.Prompt;

/** What must be true of every call that a script can lead to. */
public enum Claim {
    WORDS("The line never answers without words, and no call ends without any.", Claim::hasWords),
    DANGER_FIRST(
            "999 and 111 are heard to the end before anything is asked.",
            (moment, lab) -> moment.before().isPresent() || warns(moment, lab)),
    PERSON("0 leads to a person or a message wherever the line waits for keys.", Claim::zeroWorks),
    SILENCE_IS_SERVED(
            "A caller who is silent is given a person or a message within two prompts.", Claim::servesSilence),
    SILENCE_ENDS("A caller who falls silent anywhere is led to the last words.", Claim::endsSilence),
    SAID_ONLY_IF_KEPT("A time is only promised when an effect of the call keeps it.", Claim::isKept),
    HANG_UP_IS_KEPT(
            "A hang-up after a safe number was given leaves a callback or a referral.",
            (moment, lab) -> !moment.hungUp() || moment.booked() || !hasSafeNumber(moment, lab)),
    TEXT_ONLY_WITH_YES(
            "A text goes only to a mobile, after a yes to texts, and on the person's own phone or to a professional.",
            Claim::mayText),
    SAME_TWICE(
            "The same input twice gives the same turn.",
            (moment, lab) -> lab.again(moment).equals(moment.turn()));

    private static final int PROMPTS_BEFORE_A_PERSON = 2;

    private final String words;
    private final BiPredicate<Moment, Lab> holds;

    Claim(String words, BiPredicate<Moment, Lab> holds) {
        this.words = words;
        this.holds = holds;
    }

    /** The claim in one sentence. */
    public String words() {
        return words;
    }

    boolean holds(Moment moment, Lab lab) {
        return holds.test(moment, lab);
    }

    private static boolean hasWords(Moment moment, Lab lab) {
        return moment.hungUp()
                || moment.turn().reply().prompts().stream()
                        .anyMatch(prompt -> !lab.said(moment, prompt).isBlank());
    }

    private static boolean warns(Moment moment, Lab lab) {
        String firm = String.join(
                " ",
                moment.turn().reply().prompts().stream()
                        .filter(Prompt::firm)
                        .map(prompt -> lab.said(moment, prompt))
                        .toList());
        return firm.contains("999") && firm.contains("111");
    }

    private static boolean zeroWorks(Moment moment, Lab lab) {
        if (moment.hungUp() || !(moment.turn().reply().next() instanceof Next.Gather)) {
            return true;
        }
        return lab.after(moment, Act.ZERO).turn().reply().next().match(new Served());
    }

    private static boolean servesSilence(Moment moment, Lab lab) {
        if (moment.before().isPresent()) {
            return true;
        }
        Moment here = moment;
        for (int prompts = 0; prompts < PROMPTS_BEFORE_A_PERSON; prompts++) {
            if (here.turn().reply().next().match(new Served())) {
                return true;
            }
            here = lab.after(here, Act.SILENT);
        }
        return here.turn().reply().next().match(new Served());
    }

    private static boolean endsSilence(Moment moment, Lab lab) {
        Moment here = moment;
        for (int turns = 0; turns < Lab.LONG_SILENCE; turns++) {
            if (here.state().over()) {
                return true;
            }
            here = lab.after(here, Act.SILENT);
        }
        return false;
    }

    private static boolean isKept(Moment moment, Lab lab) {
        return moment.promised()
                || moment.turn().reply().prompts().stream()
                        .noneMatch(prompt -> lab.written(moment, prompt).contains("{" + Facts.DUE + "}"));
    }

    private static boolean hasSafeNumber(Moment moment, Lab lab) {
        return !lab.word(moment, "number").isBlank()
                && !lab.word(moment, "agreement").equals("said-no");
    }

    private static boolean mayText(Moment moment, Lab lab) {
        boolean texts = moment.turn().effects().stream().anyMatch(Effect.SendText.class::isInstance);
        boolean asked = lab.word(moment, "may-text").equals("yes")
                && lab.word(moment, "number").equals("mobile");
        boolean theirs = lab.word(moment, "own-phone").equals("yes")
                || !lab.word(moment, "role").isBlank();
        return !texts || asked && theirs;
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
        public Boolean hangUp(Next.HangUp hangUp) {
            return false;
        }
    }
}
