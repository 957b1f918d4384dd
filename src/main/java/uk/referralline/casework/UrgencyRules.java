package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;

/**
 * How urgent a case is by what is known of it, by dated tables in a file. It proposes: an advocate may choose another level
 * and say why. The call itself promises by the shorter rules at the end of the call script.
 */
public final class UrgencyRules {

    /** The name of the file with the rules, for messages and for finding it. */
    public static final String FILE = "urgency.yaml";

    private static final Judged NOTHING_KNOWN = new Judged(Urgency.U3, Urgency.U3.word());

    private final DatedRules<Judged> rules;

    private UrgencyRules(DatedRules<Judged> rules) {
        this.rules = rules;
    }

    /** Reads the file's text. Every fault is handed over; empty when there was one. */
    public static Optional<UrgencyRules> read(String text, Consumer<Fault> faults) {
        return DatedRules.read(FILE, text, new Levels(), faults).map(UrgencyRules::new);
    }

    /**
     * What the table in force at this moment makes of the facts: the most urgent level that anything known asks for. Nothing
     * known is {@link Urgency#U3}, "standard".
     *
     * @param facts answers by the names in the file: the call script's, and those that an advocate fills in; a number in
     *     digits
     */
    public Judged judge(Map<String, String> facts, Instant at) {
        return rules.judge(facts, at).orElse(NOTHING_KNOWN);
    }

    /** {@code {level: U1, if: {…}, why: A hearing within three working days.}}, the most urgent first. */
    private static final class Levels implements DatedRules.Kind<Judged> {
        private static final List<String> WORDS =
                Stream.of(Urgency.values()).map(Enum::name).toList();

        @Override
        public List<String> keys() {
            return List.of("level", "if", "why");
        }

        @Override
        public Optional<Judged> result(Entry rule) {
            Optional<String> why = rule.required("why")
                    .flatMap(entry -> entry.value("a sentence that an advocate reads", Function.identity()));
            Optional<Urgency> level =
                    rule.required("level").flatMap(word -> word.oneOf(WORDS)).map(Urgency::valueOf);
            return level.flatMap(urgency -> why.map(sentence -> new Judged(urgency, sentence)));
        }

        @Override
        public boolean mayFollow(Judged earlier, Judged later) {
            return earlier.urgency().compareTo(later.urgency()) <= 0;
        }
    }
}
