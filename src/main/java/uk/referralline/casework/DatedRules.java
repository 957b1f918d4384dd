package uk.referralline.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import uk.referralline.duty.OpeningHours;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.Upkeep;

/**
 * A file of tables that judge what is known of a person, each from one day on: a change of the law or of the contract is a
 * new table, and what a past month was judged by stays.
 *
 * @param <R> what a rule results in
 */
final class DatedRules<R> {
    private final List<DatedTable<R>> tables;

    private DatedRules(List<DatedTable<R>> tables) {
        this.tables = List.copyOf(tables);
    }

    /** How the rules of one file are written. */
    interface Kind<R> {

        /** Every key of a rule, {@code if} among them. */
        List<String> keys();

        /** What a rule results in; empty when a fault was noted. */
        Optional<R> result(Entry rule);

        /** Whether a rule with the later result may stand below one with the earlier. */
        default boolean mayFollow(R earlier, R later) {
            return true;
        }
    }

    /** Reads a file's text. Every fault is handed over; empty when there was one. */
    static <R> Optional<DatedRules<R>> read(String name, String text, Kind<R> kind, Consumer<Fault> faults) {
        var found = new Faults();
        Optional<DatedRules<R>> rules = Entry.read(name, text, found).map(file -> read(file, kind));
        found.sorted().forEach(faults);
        return found.none() ? rules : Optional.empty();
    }

    private static <R> DatedRules<R> read(Entry file, Kind<R> kind) {
        file.onlyKeys("owner", "review", "fields", "tables");
        Upkeep.read(file);
        Map<String, RuleField> fields = file.required("fields")
                .map(entry -> RuleField.all(entry.named("fields")))
                .orElse(Map.of());
        List<DatedTable<R>> tables = new ArrayList<>();
        file.required("tables").ifPresent(list -> {
            list.items()
                    .forEach(entry -> DatedTable.read(entry, fields, kind).ifPresent(table -> {
                        inOrder(tables, table, entry);
                        tables.add(table);
                    }));
            if (list.items().isEmpty()) {
                list.fault("There is no table; write at least one, with the day it begins.");
            }
        });
        return new DatedRules<>(tables);
    }

    private static <R> void inOrder(List<DatedTable<R>> before, DatedTable<R> table, Entry entry) {
        if (before.stream().anyMatch(earlier -> !earlier.from().isBefore(table.from()))) {
            entry.fault("A table before this one begins on the same day or later; write the oldest first.");
        }
    }

    /**
     * What the table in force at this moment makes of the facts: its first rule that fits. What is not asked for is not
     * looked at; empty when no rule fits, or no table has begun.
     *
     * @param facts answers by their fields' names
     */
    Optional<R> judge(Map<String, String> facts, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, OpeningHours.LONDON);
        return tables.stream()
                .filter(table -> !table.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .flatMap(table -> table.judge(facts));
    }
}
