package uk.referralline.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.number.PhoneNumber;

/** What a text to us does: stops our texts, allows them again, or is a contact that somebody answers. */
class IncomingTextsTest {
    private final TextWorld world = new TextWorld();
    private final IncomingTexts incoming =
            new IncomingTexts(world.jdbi, world.suppressions, TextWorld::openCase, () -> world.now);

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "“stop!”",
                "Unsubscribe",
                "end",
                "QUIT",
                "StopAll",
                "revoke",
                "OPTOUT",
                "cancel\n"
            })
    void aSingleStopWordStopsOurTexts(String body) {
        receive(1, body);

        assertThat(stopped(TextWorld.MOBILE)).isTrue();
        assertThat(stopped(new PhoneNumber("+447700900124"))).isFalse();
        assertThat(cases()).isZero();
        assertThat(world.provider.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please stop", "stop it", "Can you call me?", "stopped", "", "?!", "yes", "Start"})
    void anythingElseIsAContactWithACase(String body) {
        receive(1, body);

        assertThat(stopped(TextWorld.MOBILE)).isFalse();
        assertThat(cases()).isOne();
        assertThat(world.list("SELECT body FROM text_received WHERE case_id IS NOT NULL"))
                .containsExactly(body);
        assertThat(world.list("SELECT detail FROM audit_entry JOIN case_record ON case_record.id::text = subject_id"))
                .containsExactly("text-received");
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "Yes!", "unstop"})
    void aStartWordLiftsAStop(String body) {
        receive(1, "STOP");
        receive(2, body);

        assertThat(stopped(TextWorld.MOBILE)).isFalse();
        assertThat(cases()).isZero();
    }

    @Test
    void aTextThatArrivesAgainDoesNothingMore() {
        receive(1, "STOP");
        receive(2, "START");
        receive(1, "STOP");
        receive(3, "Hello");
        receive(3, "Hello");

        assertThat(stopped(TextWorld.MOBILE)).isFalse();
        assertThat(cases()).isOne();
    }

    @Test
    void aTextThatArrivesManyTimesAtOnceIsOneContact() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            Callable<Void> work = () -> {
                receive(1, "Hello");
                return null;
            };
            for (Future<Void> each :
                    threads.invokeAll(IntStream.range(0, 6).mapToObj(n -> work).toList())) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(cases()).isOne();
    }

    @Test
    void aWordFromNoNumberIsReadByAPerson() {
        incoming.receive(FakeProvider.sid(1), Optional.empty(), "STOP");

        assertThat(cases()).isOne();
    }

    @Test
    void stopsFromManyAtOnceShareOneKeyAndNoNumberIsKeptInClear() throws Exception {
        List<PhoneNumber> numbers = IntStream.range(0, 20)
                .mapToObj(n -> new PhoneNumber("+4477009001%02d".formatted(n)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Void>> stops = numbers.stream()
                    .map(number -> (Callable<Void>) () -> {
                        world.jdbi.useTransaction(handle -> world.suppressions.stop(handle, number, "call", world.now));
                        return null;
                    })
                    .toList();
            for (Future<Void> each : threads.invokeAll(stops)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(numbers).allMatch(this::stopped);
        assertThat(world.list("SELECT name FROM service_key")).hasSize(1);
    }

    private void receive(int n, String body) {
        incoming.receive(FakeProvider.sid(n), Optional.of(TextWorld.MOBILE), body);
    }

    private boolean stopped(PhoneNumber number) {
        return world.jdbi.withHandle(handle -> world.suppressions.stopped(handle, number));
    }

    private int cases() {
        return world.jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM case_record")
                .mapTo(Integer.class)
                .one());
    }
}
