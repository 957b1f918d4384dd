package uk.referralline.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.referralline.yaml.Entry;

/** The rules that hold from one day on, in their order, until a later table begins. */
record DatedTable<R>(LocalDate from, List<DatedRule<R>> rules) {

    DatedTable {
        rules = List.copyOf(rules);
    }

    /** Empty only when a fault was noted; there may be a value and faults. */
    static <R> Optional<DatedTable<R>> read(Entry table, Map<String, RuleField> fields, DatedRules.Kind<R> kind) {
        table.onlyKeys("from", "rules");
        List<DatedRule<R>> rules = new ArrayList<>();
        table.required("rules")
                .ifPresent(list -> list.items()
                        .forEach(entry -> DatedRule.read(entry, fields, kind).ifPresent(rule -> {
                            follows(rules, rule, entry, kind);
                            rules.add(rule);
                        })));
        return table.required("from").flatMap(Entry::date).map(from -> new DatedTable<>(from, rules));
    }

    private static <R> void follows(
            List<DatedRule<R>> before, DatedRule<R> rule, Entry entry, DatedRules.Kind<R> kind) {
        before.stream()
                .filter(earlier -> earlier.hides(rule))
                .findFirst()
                .ifPresent(earlier ->
                        entry.fault("This is never reached: the rule on line %d fits first; move this before it."
                                .formatted(earlier.line())));
        before.stream()
                .filter(earlier -> !kind.mayFollow(earlier.result(), rule.result()))
                .findFirst()
                .ifPresent(earlier -> entry.fault(
                        "This must stand before the rule on line %d; move it up.".formatted(earlier.line())));
    }

    /** The first rule that fits. */
    Optional<R> judge(Map<String, String> facts) {
        return rules.stream().filter(rule -> rule.fits(facts)).findFirst().map(DatedRule::result);
    }
}
