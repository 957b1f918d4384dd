package uk.referralline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** Those on the rota and their manager, in a real browser. Today is Tuesday 24 November 2026. */
@Journey
class DutyJourneyTest {
    private static final String TOMORROW = "2026-11-25";

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aGapIsCoveredAShiftIsSwappedAndANoteHandedOver() {
        try (Visitor mary = Visitor.signedIn(line, "Mary", Role.MANAGER);
                Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE);
                Visitor ben = Visitor.signedIn(line, "Ben", Role.DUTY_ADVOCATE)) {
            mary.opens("/duty").sees("gaps in our opening hours").isFit("duty-nobody-covers");
            mary.follows("Wednesday 25 November, 9am to 5pm").isFit("duty-cover");
            mary.chooses("Who", name("Asha")).presses("Add the shift").sees("The shift is on the rota");
            mary.isFit("duty-shifts");

            asha.opens("/duty").unfolds("Ask a colleague to take a shift");
            asha.chooses("Which shift", "1_" + TOMORROW)
                    .chooses("Who takes it", name("Ben"))
                    .presses("Ask");
            asha.sees("You asked Ben to take your shift").isFit("duty-asked");

            ben.opens("/duty").sees("Waiting for your answer").isFit("duty-waiting");
            ben.presses("Yes, I take it").sees("Agreed: the rota has the swap now");
            ben.types("Tell the next shift", "Larch ward: call after 3pm.").presses("Keep the note");
            ben.sees("Your note is there for the next shift");

            asha.opens("/duty").sees("Ben, for Asha").isFit("duty-unread");
            asha.presses("I have read it").sees("Read by you.");
        }
        assertThat(line.values("SELECT detail FROM audit_entry WHERE action = 'setting' ORDER BY seq"))
                .endsWith("shift-added", "asked", "agreed");
    }

    @Test
    void whatIsWrongIsToldWhereItIsAndHasTheFocus() {
        try (Visitor mary = Visitor.signedIn(line, "Mary", Role.MANAGER)) {
            mary.opens("/duty").unfolds("Say that somebody is away");
            mary.types("First day away", "2026-11-27").types("Last day away", "2026-11-26");
            mary.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Keep").setExact(true))
                    .click();

            mary.sees("Days away begin today or later").isFit("duty-refused");
            mary.strikes("Tab").strikes("Enter");
            assertThat(mary.focused()).isEqualTo("away-first");
        }
    }

    /** What a form sends for a person. */
    private String name(String person) {
        List<String> ids = line.values("SELECT id FROM advocate WHERE name = '" + person + "'");
        return ids.get(0);
    }
}
