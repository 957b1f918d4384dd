package uk.referralline.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.referralline.casework.CaseId;
import uk.referralline.number.PhoneNumber;
import uk.referralline.outbox.Job;
import uk.referralline.outbox.Worker;

/** Laws L5 and L6 for texts: only to who may have one, and never twice. */
class TextsTest {
    private static final OptionalInt NO_ERROR = OptionalInt.empty();

    private final TextWorld world = new TextWorld();
    private final FakeProvider provider = world.provider;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aBookedCallbackIsConfirmedAtOnceWhateverTheHour() {
        world.now = Instant.parse("2026-12-27T23:30:00Z");
        UUID id = world.queued();

        world.worker.runDue();

        assertThat(provider.asked).singleElement().satisfies(text -> {
            assertThat(text.id()).isEqualTo(id);
            assertThat(text.to()).isEqualTo(TextWorld.MOBILE);
            assertThat(text.body()).startsWith("Thank you for calling. We will call you by 5pm on Friday 27 November.");
            assertThat(text.validity()).isEqualTo(Duration.ofHours(4));
        });
        assertThat(world.status(id)).isEqualTo("queued");
        assertThat(world.column(id, "provider_sid")).isEqualTo(FakeProvider.sid(1));
    }

    @Test
    void aTextWithTheSameBusinessKeyIsWrittenAndSentOnce() {
        CaseId caseId = world.caseOf(TextWorld.MOBILE);

        assertThat(world.queue(caseId, "callback-booked", "same")).isTrue();
        assertThat(world.queue(caseId, "callback-booked", "same")).isFalse();
        world.worker.runDue();

        assertThat(provider.asked).hasSize(1);
        assertThat(world.onlyText()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"+441632960123", "+443069990123", "+447624123456", "+33612345678", "+447000000000"})
    void onlyAUkMobileIsEverTexted(String number) {
        var to = new PhoneNumber(number);
        world.queue(world.caseOf(to), "callback-booked", "key", to);

        isRefused("not-a-uk-mobile");
    }

    @Test
    void aPhoneThatIsNotTheirOwnIsNotTexted() {
        world.queued();
        world.run("UPDATE contact_permission SET own_phone = false");

        isRefused("not-their-own-phone");
    }

    @Test
    void aPersonWhoSaidNoToTextsIsNotTexted() {
        world.queued();
        world.run("UPDATE contact_permission SET may_text = false");

        isRefused("not-agreed");
    }

    @Test
    void aPermissionForAnotherNumberOrCaseDoesNotCount() {
        world.caseOf(TextWorld.MOBILE);
        CaseId other = world.caseOf(new PhoneNumber("+447700900999"));
        world.queue(other, "callback-booked", "key");

        world.worker.runDue();

        assertThat(provider.asked).isEmpty();
        assertThat(world.status(world.onlyText())).isEqualTo("refused");
    }

    @Test
    void aStopBetweenWritingAndSendingHolds() {
        world.queued();
        world.jdbi.useTransaction(
                handle -> world.suppressions.stop(handle, TextWorld.MOBILE, "call", TextWorld.MONDAY));

        isRefused("stopped");
    }

    @Test
    void aStandingAlertBlocksAndALiftedOneDoesNot() {
        UUID id = world.queued();
        world.run(
                "INSERT INTO contact_alert (case_id, reason, raised_at) SELECT id, 'unsafe', ? FROM case_record",
                world.now);
        isRefused("contact-alert");

        world.run(
                "INSERT INTO advocate (name, sign_in, role, added_at) VALUES ('Asha', 'asha', 'manager', ?)",
                world.now);
        world.run(
                "UPDATE contact_alert SET lifted_at = ?, lifted_by = advocate.id, lift_reason = 'asked' FROM advocate",
                world.now);
        world.queue(new CaseId(Long.parseLong(world.column(id, "case_id"))), "callback-booked", "next");
        world.worker.runDue();

        assertThat(provider.asked).hasSize(1);
    }

    @Test
    void aTextThatWouldComeTooLateIsNotSent() {
        UUID id = world.queued();

        world.pass(Duration.ofHours(4));
        world.worker.runDue();

        assertThat(provider.asked).isEmpty();
        assertThat(world.status(id)).isEqualTo("expired");
        assertThat(world.job()).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:59:59Z, 2026-11-23T09:00:00Z", // a Monday morning
        "2026-11-23T17:59:59Z, 2026-11-23T17:59:59Z",
        "2026-11-23T18:00:00Z, 2026-11-24T09:00:00Z",
        "2026-11-28T12:00:00Z, 2026-11-28T12:00:00Z", // a Saturday
        "2026-11-28T18:00:00Z, 2026-11-30T09:00:00Z", // and the Sunday after it
        "2026-07-20T08:00:00Z, 2026-07-20T08:00:00Z", // summer time
        "2026-12-24T18:00:00Z, 2026-12-26T09:00:00Z", // Christmas Day is a bank holiday
        "2026-12-27T12:00:00Z, 2026-12-29T09:00:00Z", // Monday too, for Boxing Day
        "2027-12-25T12:00:00Z, 2027-12-29T09:00:00Z",
    })
    void aDaytimeTextWaitsForTheDay(Instant asked, Instant sent) {
        assertThat(world.texts.allowed("missed-you", asked)).isEqualTo(sent);
        assertThat(world.texts.allowed("callback-booked", asked)).isEqualTo(asked);
    }

    @Test
    void aDaytimeTextThatMissedItsDayWaitsForTheNext() {
        world.now = Instant.parse("2026-11-23T17:59:00Z");
        world.queue(world.caseOf(TextWorld.MOBILE), "callback-changed", "changed");
        world.now = Instant.parse("2026-11-23T18:00:00Z");
        world.worker.runDue();
        assertThat(provider.asked).isEmpty();

        world.now = Instant.parse("2026-11-24T09:00:00Z");
        world.worker.runDue();
        assertThat(provider.asked).hasSize(1);
    }

    @Test
    void aDaytimeTextThatWillBeTooLateExpiresAtOnce() {
        world.now = Instant.parse("2026-11-28T17:59:00Z");
        world.queue(world.caseOf(TextWorld.MOBILE), "missed-you", "missed");
        world.now = Instant.parse("2026-11-28T18:00:00Z");

        world.worker.runDue();

        assertThat(world.status(world.onlyText())).isEqualTo("expired");
    }

    @Test
    void aBusyProviderIsAskedAgain() {
        UUID id = world.queued();
        provider.answer = text -> new Sending.Busy();
        world.worker.runDue();
        assertThat(world.status(id)).isEqualTo("waiting");

        provider.answer = provider::take;
        world.pass(Duration.ofSeconds(2));
        world.worker.runDue();

        assertThat(world.status(id)).isEqualTo("queued");
        assertThat(provider.asked).hasSize(2);
        assertThat(provider.has).hasSize(1);
    }

    @Test
    void aProviderThatStaysBusyIsGivenUp() {
        UUID id = world.queued();
        provider.answer = text -> new Sending.Busy();

        for (int i = 0; i < Worker.MOST_ATTEMPTS + 2; i++) {
            world.worker.runDue();
            world.pass(Duration.ofMinutes(5));
        }

        assertThat(provider.asked).hasSize(Worker.MOST_ATTEMPTS);
        assertThat(world.column(id, "refusal")).isEqualTo("provider-busy");
    }

    @Test
    void anUnclearAnswerIsSettledByFindingTheText() {
        UUID id = world.queued();
        provider.answer = text -> {
            provider.take(text);
            return new Sending.Unclear();
        };
        world.worker.runDue();
        assertThat(world.status(id)).isEqualTo("unknown");

        world.pass(Worker.BETWEEN_QUESTIONS);
        world.worker.runDue();

        assertThat(world.status(id)).isEqualTo("queued");
        assertThat(world.column(id, "provider_sid")).isEqualTo(FakeProvider.sid(1));
        assertThat(world.job()).isEqualTo("done");
        assertThat(provider.asked).hasSize(1);
    }

    @Test
    void aTextThatIsNowhereIsLostRatherThanSentTwice() {
        UUID id = world.queued();
        provider.answer = text -> {
            throw new IllegalStateException("the line broke");
        };
        provider.has.add(new FoundText(FakeProvider.sid(77), "Other words", TextStatus.SENT));
        world.worker.runDue();
        for (Duration waited = Duration.ZERO;
                waited.compareTo(HandOver.GRACE) < 0;
                waited = waited.plus(Worker.BETWEEN_QUESTIONS)) {
            assertThat(world.status(id)).isIn("trying", "unknown");
            world.pass(Worker.BETWEEN_QUESTIONS);
            world.worker.runDue();
        }

        assertThat(world.status(id)).isEqualTo("lost");
        assertThat(world.job()).isEqualTo("failed");
        assertThat(provider.asked).hasSize(1);
    }

    @Test
    void aProviderThatCannotSayIsAskedUntilItCan() {
        UUID id = world.queued();
        provider.answer = text -> new Sending.Unclear();
        provider.silent = true;
        world.worker.runDue();
        world.pass(Duration.ofHours(3));
        world.worker.runDue();
        assertThat(world.status(id)).isEqualTo("unknown");

        provider.silent = false;
        world.pass(Worker.BETWEEN_QUESTIONS);
        world.worker.runDue();

        assertThat(world.status(id)).isEqualTo("lost");
    }

    @Test
    void aCrashBetweenTheClaimAndTheAnswerNeverSendsTwice() {
        UUID id = world.queued();
        // The worker dies inside the request: the text is with the provider, and nothing of ours says so.
        provider.answer = text -> {
            provider.take(text);
            throw new IllegalStateException("killed");
        };
        world.run("UPDATE outbox SET status = 'attempting', attempts = 1, next_at = ?", world.now);
        Job job = new Job(1, Texts.JOB, "booked", Map.of("text", id.toString()), 1);
        try {
            world.carrier.carry(job);
        } catch (IllegalStateException killed) {
            assertThat(world.status(id)).isEqualTo("trying");
        }

        world.pass(Worker.LEASE);
        world.worker.runDue();

        assertThat(world.status(id)).isEqualTo("queued");
        assertThat(provider.asked).hasSize(1);
    }

    @Test
    void aWorkerThatDiedBeforeItTriedIsFollowedByOneThatDoes() {
        UUID id = world.queued();
        world.run("UPDATE outbox SET status = 'attempting', attempts = 1, next_at = ?", world.now);

        world.pass(Worker.LEASE);
        world.worker.runDue();
        world.pass(Duration.ofSeconds(10));
        world.worker.runDue();

        assertThat(world.status(id)).isEqualTo("queued");
        assertThat(provider.asked).hasSize(1);
    }

    @Test
    void aTextInDoubtIsNotHandedOverAgainEvenWhenTheJobIsCarriedAgain() {
        world.queued();
        provider.answer = text -> new Sending.Unclear();
        world.worker.runDue();

        world.run("UPDATE outbox SET status = 'pending', next_at = ?", world.now);
        world.worker.runDue();

        assertThat(provider.asked).hasSize(1);
        assertThat(world.job()).isEqualTo("unknown");
    }

    @Test
    void aCallbackMayComeBeforeTheAnswer() {
        UUID id = world.queued();
        provider.answer = text -> {
            Sending.Accepted accepted = provider.take(text);
            world.texts.heard(id, accepted.sid(), TextStatus.SENT, NO_ERROR);
            return accepted;
        };

        world.worker.runDue();

        assertThat(world.status(id)).isEqualTo("sent");
        assertThat(world.events(id)).containsExactly("sent", "queued");
    }

    @Test
    void aCallbackSettlesATextInDoubtAndALostOne() {
        UUID id = world.queued();
        provider.answer = text -> new Sending.Unclear();
        world.worker.runDue();

        world.texts.heard(id, FakeProvider.sid(5), TextStatus.SENT, NO_ERROR);
        world.pass(Duration.ofHours(1));
        world.worker.runDue();

        assertThat(world.status(id)).isEqualTo("sent");
        assertThat(world.job()).isEqualTo("done");
        world.run("UPDATE text_message SET status = 'lost'");
        world.texts.heard(id, FakeProvider.sid(5), TextStatus.DELIVERED, NO_ERROR);
        assertThat(world.status(id)).isEqualTo("delivered");
    }

    @Test
    void aTextOnlyMovesForwardAndKeepsEachEventOnce() {
        UUID id = world.queued();
        world.worker.runDue();
        String sid = FakeProvider.sid(1);

        world.texts.heard(id, sid, TextStatus.DELIVERED, NO_ERROR);
        world.texts.heardBySid(sid, TextStatus.SENT, NO_ERROR);
        world.texts.heardBySid(sid, TextStatus.SENT, NO_ERROR);
        world.texts.heard(id, sid, TextStatus.UNDELIVERED, OptionalInt.of(30003));

        assertThat(world.status(id)).isEqualTo("delivered");
        assertThat(world.column(id, "error_code")).isNull();
        assertThat(world.events(id)).containsExactly("queued", "delivered", "sent", "undelivered");
    }

    @Test
    void aTextThatFailedSaysWhy() {
        UUID id = world.queued();
        world.worker.runDue();

        world.texts.heard(id, FakeProvider.sid(1), TextStatus.UNDELIVERED, OptionalInt.of(30005));

        assertThat(world.column(id, "error_code")).isEqualTo("30005");
        assertThat(world.column(id, "settled_at")).isNotNull();
    }

    @Test
    void aCallbackAboutATextWeDoNotHaveIsIgnored() {
        world.texts.heard(UUID.randomUUID(), FakeProvider.sid(1), TextStatus.SENT, NO_ERROR);
        world.texts.heardBySid(FakeProvider.sid(1), TextStatus.SENT, NO_ERROR);
    }

    @Test
    void anOptOutAtTheProviderIsOursToo() {
        UUID id = world.queued();
        provider.answer = text -> new Sending.Refused(21610, Sending.RefusalKind.OPTED_OUT);

        world.worker.runDue();

        assertThat(world.column(id, "refusal")).isEqualTo("opted-out");
        assertThat(world.column(id, "error_code")).isEqualTo("21610");
        assertThat(world.jdbi.<Boolean, RuntimeException>withHandle(
                        handle -> world.suppressions.stopped(handle, TextWorld.MOBILE)))
                .isTrue();
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        UUID id = world.queued();
        provider.answer = text -> new Sending.Refused(21606, Sending.RefusalKind.CONFIGURATION);

        world.worker.runDue();
        world.pass(Duration.ofHours(1));
        world.worker.runDue();

        assertThat(provider.asked).hasSize(1);
        assertThat(world.column(id, "refusal")).isEqualTo("configuration");
        assertThat(world.job()).isEqualTo("failed");
    }

    @Test
    void twoTextsOfTheSameWordsInDoubtAdoptOneEach() {
        CaseId caseId = world.caseOf(TextWorld.MOBILE);
        world.queue(caseId, "callback-booked", "one");
        world.queue(caseId, "callback-booked", "two");
        provider.answer = text -> {
            provider.take(text);
            return new Sending.Unclear();
        };
        world.worker.runDue();
        world.pass(Worker.BETWEEN_QUESTIONS);
        world.worker.runDue();

        assertThat(world.list("SELECT provider_sid FROM text_message"))
                .containsExactlyInAnyOrder(FakeProvider.sid(1), FakeProvider.sid(2));
    }

    @Test
    void manyThreadsSendEachTextOnceAndHearItsEventsOnce() throws Exception {
        int many = 60;
        CaseId caseId = world.caseOf(TextWorld.MOBILE);
        IntStream.range(0, many).forEach(n -> world.queue(caseId, "callback-booked", "text-" + n));
        provider.answer = text -> {
            Sending.Accepted accepted = provider.take(text);
            world.texts.heard(text.id(), accepted.sid(), TextStatus.SENT, NO_ERROR);
            return accepted;
        };

        inParallel(() -> {
            try (Worker worker = world.anotherWorker()) {
                worker.runDue();
            }
            return null;
        });

        assertThat(provider.asked).hasSize(many);
        assertThat(provider.asked.stream().map(OutgoingText::id)).doesNotHaveDuplicates();
        assertThat(world.list("SELECT DISTINCT status FROM text_message")).containsExactly("sent");
    }

    @Test
    void nothingPersonalPrints() {
        var outgoing = new OutgoingText(new UUID(0, 1), TextWorld.MOBILE, "Body", Duration.ofHours(1));
        var found = new FoundText(FakeProvider.sid(1), "Body", TextStatus.SENT);
        var asked = new NewText(
                new CaseId(1), "missed-you", Map.of("reference", "Body"), TextWorld.MOBILE, "k", TextWorld.MONDAY);

        assertThat(List.of(outgoing, found, asked).toString()).doesNotContain("Body", "7700");
    }

    private static void inParallel(Callable<Void> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (Future<Void> each :
                    threads.invokeAll(IntStream.range(0, 6).mapToObj(n -> work).toList())) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void isRefused(String reason) {
        world.worker.runDue();

        assertThat(provider.asked).isEmpty();
        UUID id = world.onlyText();
        assertThat(world.status(id)).isEqualTo("refused");
        assertThat(world.column(id, "refusal")).isEqualTo(reason);
    }
}
