package uk.referralline.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;

class HandOversTest {
    private static final LocalDate TOMORROW = LocalDate.parse("2026-11-25");

    @RegisterExtension
    final TestLine line = new TestLine();

    private final HandOvers notes = new HandOvers();

    @Test
    void aNoteTellsWhoWroteItForWhenAndWhoHasReadItSince() {
        AdvocateId asha = person("asha", Role.DUTY_ADVOCATE);
        AdvocateId ben = person("ben", Role.DUTY_ADVOCATE);
        NewNote note = new NewNote(asha, TOMORROW, Optional.empty(), " Ring 12 34 56 7 before eleven. ");
        NoteId id = does(handle -> notes.write(handle, note, line.time()));
        line.setTime("2026-11-25T09:05");

        boolean firstTime = does(handle -> notes.read(handle, id, ben, line.time()));
        var first = line.time();
        line.setTime("2026-11-25T11:00");
        boolean again = does(handle -> notes.read(handle, id, ben, line.time()));

        assertThat(firstTime).isTrue();
        assertThat(again).isFalse();
        assertThat(notesFor(TOMORROW)).singleElement().satisfies(kept -> {
            assertThat(kept.note().note().words()).isEqualTo("Ring 12 34 56 7 before eleven.");
            assertThat(kept.note().note().writtenBy()).isEqualTo(asha);
            assertThat(kept.readings()).containsExactly(new HandOverNote.Reading(ben, first));
        });
        assertThat(notesFor(TOMORROW.plusDays(1))).isEmpty();
    }

    @Test
    void aNoteIsShortAndBySomebodyWhoReturnsCalls() {
        AdvocateId asha = person("asha", Role.DUTY_ADVOCATE);
        AdvocateId analyst = person("ann", Role.ANALYST);

        refuses(new NewNote(asha, TOMORROW, Optional.empty(), "  "), "A note has 1 to 500 characters.");
        refuses(new NewNote(asha, TOMORROW, Optional.empty(), "x".repeat(501)), "A note has 1 to 500 characters.");
        refuses(
                new NewNote(analyst, TOMORROW, Optional.empty(), "Hello"),
                "Only somebody who returns calls writes a note.");
    }

    @Test
    void aNoteDoesNotPrintItsWordsAndNothingSendsIt() {
        AdvocateId asha = person("asha", Role.DUTY_ADVOCATE);
        NewNote note = new NewNote(asha, TOMORROW, Optional.empty(), "Something private");
        does(handle -> notes.write(handle, note, line.time()));
        line.runDue();

        assertThat(notesFor(TOMORROW).toString()).doesNotContain("private");
        assertThat(line.values("SELECT kind FROM outbox")).isEmpty();
    }

    private List<HandOverNote.WithReadings> notesFor(LocalDate day) {
        return does(handle -> notes.between(handle, day, day));
    }

    private void refuses(NewNote note, String sentence) {
        assertThatExceptionOfType(DutyRefused.class)
                .isThrownBy(() -> does(handle -> notes.write(handle, note, line.time())))
                .withMessage(sentence);
    }

    private AdvocateId person(String name, Role role) {
        return does(handle ->
                        new Advocates().add(handle, new NewAdvocate(name, name, role, Optional.empty()), line.time()))
                .orElseThrow();
    }

    private <T> T does(Function<Handle, T> work) {
        return line.jdbi().inTransaction(work::apply);
    }
}
