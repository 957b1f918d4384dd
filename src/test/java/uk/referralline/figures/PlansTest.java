package uk.referralline.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import uk.referralline.LineDatabase;
import uk.referralline.store.Database;
import uk.referralline.store.TestDatabase;

/** No statement of the day's work reads a whole table of cases, or of what hangs on them. */
class PlansTest {
    private static final Pattern WHOLE_TABLE = Pattern.compile(
            "Seq Scan on (case_(record|fact|note|event|search)|call|callback(_attempt)?|contact_permission|referral)\\b");

    /** Only after some runs does the driver have the server keep a statement, and that may choose another plan. */
    private static final int RUNS = 12;

    @Test
    void whateverIsReadOfCasesIsReadByAnIndex() {
        String url = TestDatabase.fresh();
        new Made(300, 20_000).in(url);
        Map<String, List<String>> whole = new LinkedHashMap<>();

        try (Database database = LineDatabase.open(url)) {
            var plans = new Plans(database.jdbi());
            new Work(database.jdbi()).tasks().forEach((name, task) -> {
                List<String> seen = seen(plans, task);
                assertThat(seen).as(name).anyMatch(plan -> plan.contains("Index"));
                whole.put(name, wholeTables(seen));
            });
        }

        assertThat(whole).allSatisfy((name, tables) -> assertThat(tables).isEmpty());
    }

    private static List<String> seen(Plans plans, BiConsumer<Handle, Integer> task) {
        List<String> seen = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            int now = run;
            seen.addAll(plans.of(handle -> task.accept(handle, now)));
        }
        return seen;
    }

    private static List<String> wholeTables(List<String> plans) {
        return plans.stream()
                .flatMap(plan -> WHOLE_TABLE.matcher(plan).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
