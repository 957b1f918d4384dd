package uk.referralline.play;

import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Prompt;

/**
 * What a caller has listened to and pressed.
 *
 * @param prompts said by the line
 * @param words said by the line
 * @param seconds of listening until the promise begins, or in all when none is made; what the caller says or keys takes longer
 *     and is not counted
 * @param promised the same to the end of the promise
 * @param danger seconds until 999 and 111 had both been said
 */
public record Heard(int prompts, int presses, int words, double seconds, double promised, double danger) {
    static final Heard NOTHING = new Heard(0, 0, 0, 0, 0, 0);

    /** With the turn that led to a moment; of the turn that promises, up to the end of the promise. */
    Heard and(Moment moment, Lab lab) {
        Heard heard = pressed(moment.act().map(Act::presses).orElse(0));
        for (Prompt prompt : moment.turn().reply().prompts()) {
            boolean promises = lab.written(moment, prompt).contains("{" + Facts.DUE + "}");
            Heard before = heard;
            heard = heard.said(lab.said(moment, prompt), moment.start().language());
            if (promises) {
                return heard.promisedAfter(before.seconds);
            }
        }
        return heard;
    }

    private Heard pressed(int more) {
        return new Heard(prompts, presses + more, words, seconds, promised, danger);
    }

    private Heard said(String words, String language) {
        double now = seconds + VoiceRate.seconds(words, language);
        boolean warned = danger == 0 && words.contains("111");
        return new Heard(prompts + 1, presses, this.words + VoiceRate.words(words), now, now, warned ? now : danger);
    }

    private Heard promisedAfter(double listening) {
        return new Heard(prompts, presses, words, listening, promised, danger);
    }
}
