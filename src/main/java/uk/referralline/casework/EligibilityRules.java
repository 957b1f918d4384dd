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
 * Who qualifies, by dated tables: a change of the law or of the contract is a new table in the file, never a change of code.
 * The results are of the Mental Health Act 1983, section 130C, and of the local contract.
 */
public final class EligibilityRules {

    /** The name of the file with the rules, for messages and for finding it. */
    public static final String FILE = "eligibility.yaml";

    private final DatedRules<Eligibility> rules;

    private EligibilityRules(DatedRules<Eligibility> rules) {
        this.rules = rules;
    }

    /** Reads the file's text. Every fault is handed over; empty when there was one. */
    public static Optional<EligibilityRules> read(String text, Consumer<Fault> faults) {
        return DatedRules.read(FILE, text, new Results(), faults).map(EligibilityRules::new);
    }

    /**
     * What the table in force at this moment makes of the facts. What is not asked for is not looked at, and nothing known is
     * {@link Eligibility#UNKNOWN}.
     *
     * @param facts answers by the call script's names, such as {@code person-status: detained-or-order}
     */
    public Eligibility judge(Map<String, String> facts, Instant at) {
        return rules.judge(facts, at).orElse(Eligibility.UNKNOWN);
    }

    /** {@code {result: STATUTORY, if: {…}, source: s130C(2)}}. */
    private static final class Results implements DatedRules.Kind<Eligibility> {
        private static final List<String> WORDS =
                Stream.of(Eligibility.values()).map(Enum::name).toList();

        @Override
        public List<String> keys() {
            return List.of("result", "if", "source");
        }

        @Override
        public Optional<Eligibility> result(Entry rule) {
            rule.required("source")
                    .ifPresent(source -> source.value("the section of the Act, or the contract", Function.identity()));
            return rule.required("result").flatMap(word -> word.oneOf(WORDS)).map(Eligibility::valueOf);
        }
    }
}
