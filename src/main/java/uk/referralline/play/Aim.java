package uk.referralline.play;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** How little a caller should have to hear and press. The line answers also when an aim is missed: it is no fault. */
public enum Aim {
    KEYS(
            "%s: for a callback on the own mobile %d keys are pressed; the aim is at most %d.",
            9, Heard::presses, quickest(Goal.OWN_MOBILE)),
    OWN_MOBILE(
            "%s: a callback on the own mobile is promised after %d seconds of listening; the aim is at most %d.",
            75, Heard::seconds, quickest(Goal.OWN_MOBILE)),
    /** To key the number in takes longer still, as every second does that is not listening. */
    WARD_PHONE(
            "%s: a callback on a ward phone is promised after %d seconds of listening; the aim is at most %d.",
            100, Heard::seconds, quickest(Goal.WARD_PHONE)),
    DANGER("%s: 999 and 111 have been said after %d seconds; the aim is at most %d.", 15, Heard::danger, any -> true);

    private final String missed;
    private final int most;
    private final ToDoubleFunction<Heard> figure;
    private final Predicate<Effort> about;

    Aim(String missed, int most, ToDoubleFunction<Heard> figure, Predicate<Effort> about) {
        this.missed = missed;
        this.most = most;
        this.figure = figure;
        this.about = about;
    }

    /** In English: other languages take as many words as they take. */
    private static Predicate<Effort> quickest(Goal goal) {
        return effort -> effort.goal() == goal
                && effort.way() == Way.SHORTEST
                && Locale.forLanguageTag(effort.language()).getLanguage().equals("en");
    }

    /** A sentence for each aim that is missed, in each language that misses it. */
    static List<String> missed(List<Effort> efforts) {
        return Arrays.stream(values())
                .flatMap(aim ->
                        efforts.stream().filter(aim.about).filter(aim::isMissed).map(aim::sentence))
                .distinct()
                .toList();
    }

    private boolean isMissed(Effort effort) {
        return figure.applyAsDouble(effort.heard()) > most;
    }

    private String sentence(Effort effort) {
        return missed.formatted(effort.language(), (int) Math.ceil(figure.applyAsDouble(effort.heard())), most);
    }
}
