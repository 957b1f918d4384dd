package uk.referralline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.duty.AdvocateId;
import uk.referralline.store.Database;
import uk.referralline.store.TestDatabase;

class AuditTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:15:00.123456789Z");
    private static final Actor ASHA = Actor.advocate(new AdvocateId(3));
    private static final Subject CASE = Subject.of("case", 12);

    private final Database database = Database.open(TestDatabase.fresh());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasDoneWithACaseIsThereForGoodTheNewestFirst() {
        var viewed = Entry.of(ASHA, Action.VIEW, CASE, TUESDAY).because("The ward asked me to look.");
        var claimed =
                Entry.of(ASHA, Action.CHANGE, CASE, TUESDAY.plusSeconds(60)).detailed("claimed");
        note(viewed);
        note(Entry.of(Actor.service("line"), Action.SEND, Subject.of("case", 13), TUESDAY));
        note(claimed);

        assertThat(ofTheCase(10)).containsExactly(new Noted(3, claimed), new Noted(1, viewed));
        assertThat(ofTheCase(1)).containsExactly(new Noted(3, claimed));
        assertThat(ofTheLine()).extracting(Noted::seq).containsExactly(2L);
    }

    @Test
    void whatWasRolledBackWasNotNotedAndLeavesNoGap() {
        note(Entry.of(ASHA, Action.VIEW, CASE, TUESDAY));
        database.jdbi().useTransaction(handle -> {
            Audit.note(handle, Entry.of(ASHA, Action.CHANGE, CASE, TUESDAY));
            handle.rollback();
        });
        note(Entry.of(ASHA, Action.PLAY, CASE, TUESDAY));

        assertThat(ofTheCase(10))
                .extracting(Noted::seq, noted -> noted.entry().action())
                .containsExactly(tuple(2L, Action.PLAY), tuple(1L, Action.VIEW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two words",
                "+447700900123",
                "07700900123",
                "447700900123",
                "a\nb",
                "née",
                "a-word-of-sixty-five-letters-which-is-one-letter-more-than-is-tak"
            })
    void whatMayBeContentsOrAPhoneNumberNamesNoRecord(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> Subject.of("case", id));
    }

    @Test
    void theDetailIsOneFixedWordAndAReasonIsNotEmpty() {
        var viewed = Entry.of(ASHA, Action.VIEW, CASE, TUESDAY);

        assertThatIllegalArgumentException().isThrownBy(() -> viewed.detailed("Two words"));
        assertThatIllegalArgumentException().isThrownBy(() -> viewed.because("  "));
        assertThatIllegalArgumentException().isThrownBy(() -> viewed.because("x".repeat(501)));
    }

    @Test
    void aReasonIsNeverPrinted() {
        var viewed =
                Entry.of(ASHA, Action.VIEW, CASE, TUESDAY).detailed("history").because("Mrs Brook rang about her son.");

        assertThat(viewed).hasToString("advocate 3: view (history) case 12");
        assertThat(new Noted(7, viewed)).hasToString("7. advocate 3: view (history) case 12");
        assertThat(Optional.of(viewed).toString()).doesNotContain("Brook");
    }

    @Test
    void theReasonsOfOneRecordAreErasedAndWhatWasDoneStays() {
        var viewed = Entry.of(ASHA, Action.VIEW, CASE, TUESDAY);
        var another = Entry.of(ASHA, Action.VIEW, Subject.of("case", 13), TUESDAY);
        note(viewed.because("Mrs Brook rang about her son."));
        note(another.because("The ward asked me to look."));

        erase();
        erase();

        assertThat(ofTheCase(10))
                .containsExactly(
                        new Noted(
                                3, Entry.of(ASHA, Action.CHANGE, CASE, TUESDAY).detailed("reasons-erased")),
                        new Noted(1, viewed));
        assertThat(of(another.subject(), 1))
                .containsExactly(new Noted(2, another.because("The ward asked me to look.")));
    }

    private void erase() {
        database.jdbi().useTransaction(handle -> Audit.eraseReasons(handle, ASHA, CASE, TUESDAY));
    }

    private List<Noted> ofTheCase(int most) {
        return of(CASE, most);
    }

    private List<Noted> of(Subject subject, int most) {
        return database.jdbi().withHandle(handle -> Audit.of(handle, subject, most));
    }

    private List<Noted> ofTheLine() {
        return database.jdbi().withHandle(handle -> Audit.by(handle, Actor.service("line"), 10));
    }

    private void note(Entry entry) {
        database.jdbi().useTransaction(handle -> Audit.note(handle, entry));
    }
}
