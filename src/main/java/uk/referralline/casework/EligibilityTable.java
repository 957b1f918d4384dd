package uk.referralline.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.referralline.yaml.Entry;

/** The rules that hold from one day on, in their order, until a later table begins. */
record EligibilityTable(LocalDate from, List<EligibilityRule> rules) {

    EligibilityTable {
        rules = List.copyOf(rules);
    }

    /** Empty only when a fault was noted; there may be a value and faults. */
    static Optional<EligibilityTable> read(Entry table, Map<String, List<String>> fields) {
        table.onlyKeys("from", "rules");
        List<EligibilityRule> rules = new ArrayList<>();
        table.required("rules")
                .ifPresent(list -> list.items()
                        .forEach(entry -> EligibilityRule.read(entry, fields).ifPresent(rule -> {
                            hidden(rules, rule)
                                    .ifPresent(earlier -> entry.fault(
                                            "This is never reached: the rule on line %d fits first; move this before it."
                                                    .formatted(earlier.line())));
                            rules.add(rule);
                        })));
        return table.required("from").flatMap(Entry::date).map(from -> new EligibilityTable(from, rules));
    }

    private static Optional<EligibilityRule> hidden(List<EligibilityRule> before, EligibilityRule rule) {
        return before.stream().filter(earlier -> earlier.hides(rule)).findFirst();
    }

    /** The first rule that fits; none is {@link Eligibility#UNKNOWN}. */
    Eligibility judge(Map<String, String> facts) {
        return rules.stream()
                .filter(rule -> rule.fits(facts))
                .findFirst()
                .map(EligibilityRule::result)
                .orElse(Eligibility.UNKNOWN);
    }
}
