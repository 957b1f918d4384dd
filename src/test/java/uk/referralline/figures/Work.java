package uk.referralline.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.casework.By;
import uk.referralline.casework.CaseDesk;
import uk.referralline.casework.CaseFile;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.Claims;
import uk.referralline.casework.DueTimes;
import uk.referralline.casework.Links;
import uk.referralline.casework.Queue;
import uk.referralline.casework.Search;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.NumberPlan;
import uk.referralline.timeline.Timeline;

/** What advocates do all day, on made cases: each task by its name, every time with another case, number or word. */
final class Work {
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:00Z");
    private static final int SAMPLES = 250;
    private static final AdvocateId READER = new AdvocateId(7);
    private static final int PAGE = 50;

    private final Jdbi jdbi;
    private final Search search = new Search(new NumberPlan(true));
    private final Queue queue = new Queue();
    private final Claims claims = new Claims(() -> Duration.ofMinutes(15));
    private final CaseDesk cases = new CaseDesk(Work::noDueTimes, claims);
    private final Map<String, BiConsumer<Handle, Integer>> tasks = new LinkedHashMap<>();

    Work(Jdbi jdbi) {
        this.jdbi = jdbi;
        read();
        find();
        change();
    }

    /** Each task takes the number of its run, counted from 0. */
    Map<String, BiConsumer<Handle, Integer>> tasks() {
        return tasks;
    }

    private void read() {
        List<String> ids = sample("SELECT id FROM case_record WHERE merged_into IS NULL ORDER BY md5(id::text)");
        List<String> ward = sample("SELECT case_id FROM call WHERE caller_number = '+441632960000' ORDER BY md5(sid)");
        tasks.put("queue, all", (handle, run) -> queue.read(handle, asked(Queue.Part.ALL, run % 20)));
        tasks.put("queue, free, first page", (handle, run) -> queue.read(handle, asked(Queue.Part.FREE, 0)));
        tasks.put("queue, mine", (handle, run) -> queue.read(handle, asked(Queue.Part.MINE, 0)));
        tasks.put("queue, counts", (handle, run) -> queue.count(handle, NOW));
        tasks.put("queue, whether it changed", (handle, run) -> queue.fingerprint(handle, NOW));
        each("case with all that is on it", ids, (handle, id) -> {
            CaseFile.read(handle, id(id), NOW).orElseThrow();
            new Timeline().of(handle, id(id));
        });
        each("hints of a case with a ward phone", ward, (handle, id) -> new Links().hints(handle, id(id)));
    }

    private void find() {
        search("reference", "SELECT reference FROM case_record ORDER BY md5(id::text)");
        search(
                "number, rare",
                "SELECT number FROM contact_permission WHERE number LIKE '+442920%' ORDER BY md5(id::text)");
        search("number, a ward phone", "SELECT '0163296000' || n % 5 FROM generate_series(1, 250) AS n");
        search(
                "number, four last digits",
                "SELECT lpad((n * 37 % 1000)::text, 4, '0') FROM generate_series(1, 250) AS n");
        search("ward", cycle("willow", "cedar ward", "rowan", "hawthorn lodge", "buckthorn"));
        search("frequent word in notes", cycle("advocate", "tribunal", "medication", "leave", "ward round"));
        search(
                "rarer words in notes",
                cycle("vote by post", "cousin attorney", "dog", "restraint bruises", "chaplain"));
        search("surname", """
                SELECT split_part(value, ' ', 2)
                  FROM case_fact
                 WHERE name = 'person-name'
                 ORDER BY md5(id::text)
                """);
        search("misspelt surname", """
                SELECT overlay(split_part(value, ' ', 2) PLACING 'x' FROM 3 FOR 1)
                  FROM case_fact
                 WHERE name = 'person-name'
                 ORDER BY md5(id::text)
                """);
        search("misspelt ward", cycle("wilow", "cedr ward", "rowna", "hawthron", "bukthorn"));
        search("name and ward", """
                SELECT split_part(name.value, ' ', 2) || ' ' || ward.value
                  FROM case_fact AS name
                  JOIN case_fact AS ward ON ward.case_id = name.case_id AND ward.name = 'ward-name'
                 WHERE name.name = 'person-name'
                 ORDER BY md5(name.id::text)
                """);
        search(
                "two wards that nobody was on",
                cycle("willow cedar", "rowan hazel", "larch aspen", "maple alder", "elder beech"));
        search("nothing there is", cycle("qqqq", "zzyzx", "xylophon", "jjjjjj", "wwwwww"));
    }

    private void change() {
        List<String> open = sample("SELECT id FROM case_record WHERE status = 'open' ORDER BY md5(id::text)");
        each("claim", open, (handle, id) -> claims.claim(handle, id(id), new By(READER, NOW)));
        tasks.put("claim the next", (handle, run) -> claims.claimNext(handle, new By(READER, NOW)));
        each(
                "write a note",
                open,
                (handle, id) -> cases.note(handle, id(id), new By(READER, NOW), "Spoke to the nurse about leave."));
    }

    private void search(String name, String sql) {
        each("search: " + name, sample(sql), (handle, typed) -> search.find(handle, typed));
    }

    private void each(String name, List<String> samples, BiConsumer<Handle, String> task) {
        tasks.put(name, (handle, run) -> task.accept(handle, samples.get(run % samples.size())));
    }

    private List<String> sample(String sql) {
        return with(handle -> handle.createQuery(sql)
                .setMaxRows(SAMPLES)
                .setQueryTimeout(60)
                .mapTo(String.class)
                .list());
    }

    /** Reading a sample may take longer than the line would wait. */
    private <T> T with(Function<Handle, T> task) {
        return jdbi.inTransaction(handle -> {
            handle.execute("SET LOCAL statement_timeout = 0");
            return task.apply(handle);
        });
    }

    private static String cycle(String... words) {
        return "SELECT unnest('{%s}'::text[])".formatted(String.join(",", words));
    }

    private static Queue.Asked asked(Queue.Part part, int page) {
        return new Queue.Asked(part, READER, NOW, page, PAGE);
    }

    private static CaseId id(String id) {
        return new CaseId(Long.parseLong(id));
    }

    private static DueTimes noDueTimes() {
        throw new IllegalStateException("nothing here asks when something is due");
    }
}
