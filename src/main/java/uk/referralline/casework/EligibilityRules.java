package uk.referralline.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import uk.referralline.duty.OpeningHours;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/**
 * Who qualifies, by dated tables: a change of the law or of the contract is a new table in the file, never a change of code.
 * The results are of the Mental Health Act 1983, section 130C, and of the local contract.
 */
public final class EligibilityRules {

    /** The name of the file with the rules, for messages and for finding it. */
    public static final String FILE = "eligibility.yaml";

    private final List<EligibilityTable> tables;

    private EligibilityRules(List<EligibilityTable> tables) {
        this.tables = List.copyOf(tables);
    }

    /** Reads the file's text. Every fault is handed over; empty when there was one. */
    public static Optional<EligibilityRules> read(String text, Consumer<Fault> faults) {
        var found = new Faults();
        Optional<EligibilityRules> rules = Entry.read(FILE, text, found).map(EligibilityRules::read);
        found.sorted().forEach(faults);
        return found.none() ? rules : Optional.empty();
    }

    private static EligibilityRules read(Entry file) {
        file.onlyKeys("owner", "review", "fields", "tables");
        file.required("owner").ifPresent(owner -> owner.value("who keeps this file", Function.identity()));
        file.required("review").ifPresent(Entry::date);
        Map<String, List<String>> fields = file.required("fields")
                .map(entry -> fields(entry.named("fields")))
                .orElse(Map.of());
        return new EligibilityRules(tables(file, fields));
    }

    private static Map<String, List<String>> fields(Entry entry) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        entry.children().forEach((name, words) -> {
            fields.put(name, words.texts());
            if (words.items().isEmpty()) {
                words.fault("\"%s\" has no answers; write them, or take it out.".formatted(name));
            }
        });
        return fields;
    }

    private static List<EligibilityTable> tables(Entry file, Map<String, List<String>> fields) {
        List<EligibilityTable> tables = new ArrayList<>();
        file.required("tables").ifPresent(list -> {
            list.items()
                    .forEach(entry -> EligibilityTable.read(entry, fields).ifPresent(table -> {
                        inOrder(tables, table, entry);
                        tables.add(table);
                    }));
            if (list.items().isEmpty()) {
                list.fault("There is no table; write at least one, with the day it begins.");
            }
        });
        return tables;
    }

    private static void inOrder(List<EligibilityTable> before, EligibilityTable table, Entry entry) {
        if (before.stream().anyMatch(earlier -> !earlier.from().isBefore(table.from()))) {
            entry.fault("A table before this one begins on the same day or later; write the oldest first.");
        }
    }

    /**
     * What the table in force at this moment makes of the facts. What is not asked for is not looked at, and nothing known is
     * {@link Eligibility#UNKNOWN}.
     *
     * @param facts answers by the call script's names, such as {@code person-status: detained-or-order}
     */
    public Eligibility judge(Map<String, String> facts, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, OpeningHours.LONDON);
        return tables.stream()
                .filter(table -> !table.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(table -> table.judge(facts))
                .orElse(Eligibility.UNKNOWN);
    }
}
