package uk.referralline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.referralline.store.Database;
import uk.referralline.store.TestDatabase;

/** Every text of a settings file that was in use is kept, once. */
class SettingVersionsTest {
    private static final String FILE = "due-times.yaml";
    private static final String FIRST = "owner: Asha Bell\nreview: 2027-05-31\nU3: {working-days: 3}\n";
    private static final String SECOND = "owner: Asha Bell\nreview: 2027-05-31\nU3: {working-days: 4}\n";
    private static final Instant MORNING = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final String url = TestDatabase.fresh();
    private final Database database = Database.open(url);
    private final List<Change> witnessed = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFileIsKeptWhenItIsFirstInUse() {
        keep(FIRST, MORNING);

        assertThat(settings().all()).singleElement().satisfies(setting -> {
            assertThat(setting.file()).isEqualTo(FILE);
            assertThat(setting.owner()).isEqualTo("Asha Bell");
            assertThat(setting.review()).isEqualTo(LocalDate.of(2027, 5, 31));
            assertThat(setting.changedAt()).isEqualTo(MORNING);
            assertThat(setting.text()).isEqualTo(FIRST);
        });
        assertThat(settings().lastChange(FILE)).contains(new Change(FILE, Optional.empty(), FIRST, MORNING));
        assertThat(settings().lastChange("urgency.yaml")).isEmpty();
    }

    @Test
    void aNodeThatStartsOnTheSameFilesKeepsNothing() {
        keep(FIRST, MORNING);
        keep(FIRST, NOON);

        assertThat(witnessed).hasSize(1);
        assertThat(settings().all().get(0).changedAt()).isEqualTo(MORNING);
    }

    @Test
    void aChangeIsKeptAndWitnessedWithWhatWasBefore() {
        keep(FIRST, MORNING);
        keep(SECOND, NOON);

        var change = new Change(FILE, Optional.of(FIRST), SECOND, NOON);
        assertThat(settings().lastChange(FILE)).contains(change);
        assertThat(witnessed).containsExactly(new Change(FILE, Optional.empty(), FIRST, MORNING), change);
    }

    @Test
    void aTextThatComesBackIsAChangeToo() {
        keep(FIRST, MORNING);
        keep(SECOND, NOON);
        keep(FIRST, NOON.plusSeconds(60));

        assertThat(rows()).isEqualTo(3);
        assertThat(settings().all().get(0).text()).isEqualTo(FIRST);
        assertThat(settings().lastChange(FILE).orElseThrow().before()).contains(SECOND);
    }

    @Test
    void onlyTheFileThatChangedIsKeptAnew() {
        versions(database.jdbi(), MORNING).keep(Map.of(FILE, FIRST, "wards.yaml", FIRST));
        versions(database.jdbi(), NOON).keep(Map.of(FILE, SECOND, "wards.yaml", FIRST));

        assertThat(settings().all())
                .extracting(Setting::file, Setting::changedAt)
                .containsExactly(tuple(FILE, NOON), tuple("wards.yaml", MORNING));
    }

    @Test
    void aChangeThatCannotBeWitnessedIsNotKept() {
        SettingVersions.Witness broken = (handle, change) -> {
            throw new IllegalStateException("no room");
        };
        var versions = new SettingVersions(database.jdbi(), broken, InstantSource.fixed(MORNING));

        assertThatThrownBy(() -> versions.keep(Map.of(FILE, FIRST))).isInstanceOf(IllegalStateException.class);
        assertThat(settings().all()).isEmpty();
    }

    /** The hash is another program's sum, so that ours is tested. */
    @Test
    void theHashIsThatOfTheText() {
        keep("owner: Zoë\n", MORNING);

        assertThat(value("SELECT hash FROM setting_version", String.class))
                .isEqualTo("2cf87574e914d80531b1d66ad6ade8e43bcab5282aea43354423b5dea64ca598");
    }

    @Test
    void twoNodesKeepAChangeOnce() throws Exception {
        keep(FIRST, MORNING);
        try (Database other = Database.open(url)) {
            int rounds = 20;
            for (int round = 0; round < rounds; round++) {
                String text = FIRST + "# round " + round + "\n";
                var start = new CyclicBarrier(2);
                atOnce(node(database, text, start), node(other, text, start));
            }

            assertThat(rows()).isEqualTo(1 + rounds);
            assertThat(witnessed).hasSize(2 + rounds);
        }
    }

    private Callable<Boolean> node(Database node, String text, CyclicBarrier start) {
        return () -> {
            start.await();
            versions(node.jdbi(), NOON).keep(Map.of(FILE, text, "wards.yaml", FIRST));
            return true;
        };
    }

    private static void atOnce(Callable<Boolean> one, Callable<Boolean> other)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> done : threads.invokeAll(List.of(one, other))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void keep(String text, Instant at) {
        versions(database.jdbi(), at).keep(Map.of(FILE, text));
    }

    private SettingVersions versions(Jdbi jdbi, Instant at) {
        return new SettingVersions(jdbi, (handle, change) -> witnessed.add(change), InstantSource.fixed(at));
    }

    private Settings settings() {
        return new Settings(database.jdbi());
    }

    private int rows() {
        return value("SELECT count(*) FROM setting_version WHERE file = '" + FILE + "'", Integer.class);
    }

    private <T> T value(String sql, Class<T> type) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }
}
