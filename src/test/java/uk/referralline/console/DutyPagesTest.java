package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.NewNote;
import uk.referralline.duty.Role;

/** Who is on duty when, as the people on the rota and their manager change it. Today is Tuesday 24 November 2026. */
class DutyPagesTest {
    private static final String TODAY = "2026-11-24";
    private static final String TOMORROW = "2026-11-25";

    @RegisterExtension
    final TestLine line = new TestLine();

    private AdvocateId asha;
    private AdvocateId ben;
    private Browser ashas;
    private Browser bens;
    private Browser managers;

    @BeforeEach
    void people() {
        asha = person("Asha Bell", Role.DUTY_ADVOCATE);
        ben = person("Ben Cole", Role.DUTY_ADVOCATE);
        ashas = Browser.signedIn(line, asha);
        bens = Browser.signedIn(line, ben);
        managers = Browser.signedIn(line, person("Mary Dean", Role.MANAGER));
    }

    @Test
    void aManagerPutsSomebodyOnTheRotaAndTakesThemOff() {
        shift(asha, "tuesday", "09:00", "17:00");
        assertThat(managers.status()).as(managers.body()).isEqualTo(303);
        assertThat(text(managers.follow().body())).contains("The shift is on the rota", "Tuesday, 9am to 5pm");
        assertThat(text(ashas.get("/duty").body()))
                .contains("Asha Bell, first, until Tuesday 24 November at 5pm", "9am to 5pm: Asha Bell, first");

        managers.post("/duty/shifts/1/end", "last-1", TODAY).follow();

        assertThat(text(managers.body()))
                .contains("The shift ends after Tuesday 24 November", "Only Tuesday 24 November");
        assertThat(line.values("SELECT detail FROM audit_entry WHERE subject_kind = 'shift' ORDER BY seq"))
                .containsExactly("shift-added", "shift-ended");
    }

    @Test
    void aShiftThatIsNotWholeIsToldFieldByFieldAndKeepsWhatWasTyped() {
        managers.get("/duty/shifts")
                .post(
                        "/duty/shifts",
                        "person",
                        "",
                        "day",
                        "friday",
                        "from",
                        "half nine",
                        "to",
                        "17:45",
                        "since",
                        "2020-01-01");

        assertThat(managers.status()).isEqualTo(422);
        assertThat(managers.body())
                .contains(
                        "<a href=\"#person\">Choose who is on duty</a>",
                        "<a href=\"#from\">Enter when the shift begins, such as 09:00</a>",
                        "<a href=\"#since\">The first day must be today or later: the rota keeps what was</a>",
                        "value=\"17:45\"",
                        "<option value=\"friday\" selected>");
        assertThat(line.value("SELECT count(*) FROM duty_shift")).isEqualTo("0");
    }

    @Test
    void openHoursThatNobodyCoversLeadAManagerToAFormForThatDay() {
        String page = managers.get("/duty").body();

        assertThat(text(page)).contains("Nobody, and the line is open", "gaps in our opening hours");
        assertThat(text(ashas.get("/duty").body()))
                .contains("Nobody, and the line is open")
                .doesNotContain("Cover it");
        assertThat(page).contains("/duty/shifts?day=" + TOMORROW + "&amp;from=09:00&amp;to=17:00#add");
        assertThat(managers.get("/duty/shifts?day=" + TOMORROW + "&from=09:00&to=17:00")
                        .body())
                .contains(
                        "<option value=\"wednesday\" selected>",
                        "name=\"until\" type=\"date\" value=\"" + TOMORROW + "\"");
    }

    @Test
    void daysAwayOfMoreThanAYearAreASlip() {
        ashas.get("/duty").post("/duty/away", "away-first", "2026-11-25", "away-last", "2036-11-25");

        assertThat(text(ashas.body())).contains("This is more than a year: look at the year");
    }

    @Test
    void aShiftPastMidnightNamesTheDayOfItsEnd() {
        shift(asha, "tuesday", "22:00", "07:00");
        assertThat(text(managers.body())).contains("This shift ends on the next day. If you mean that, send it again");
        shift(asha, "tuesday", "22:00", "07:00", "22:00 07:00");

        assertThat(text(managers.follow().body())).contains("Tuesday, 10pm to 7am the next day");
        assertThat(text(ashas.get("/duty").body())).contains("10pm to 7am on Wednesday 25 November: Asha Bell");
    }

    @Test
    void aSwapIsAskedForAgreedAndUndone() {
        shift(asha, "wednesday", "09:00", "17:00");

        ashas.get("/duty")
                .post("/duty/swap", "ask-shift", "1_" + TOMORROW, "ask-taker", id(ben))
                .follow();
        assertThat(text(ashas.body()))
                .contains(
                        "Asked: the shift stays as it is until the other one agrees",
                        "You asked Ben Cole to take your shift Wednesday 25 November, 9am to 5pm",
                        "9am to 5pm: Asha Bell, first")
                .doesNotContain("Waiting for your answer");
        assertThat(text(bens.get("/duty").body()))
                .contains(
                        "Waiting for your answer",
                        "Asha Bell asks you to take their shift",
                        "Yes, I take it",
                        "No, I cannot");

        bens.post("/duty/swap/1/agree").follow();
        assertThat(text(bens.body()))
                .contains(
                        "Agreed: the rota has the swap now",
                        "9am to 5pm: Ben Cole, for Asha Bell, first",
                        "Undo the swap")
                .doesNotContain("Waiting for your answer");

        ashas.get("/duty").post("/duty/swap/1/withdraw", "seen", "asked");
        assertThat(text(ashas.body())).contains("This swap was agreed in the meantime");
        ashas.get("/duty").post("/duty/swap/1/withdraw", "seen", "agreed").follow();
        assertThat(text(ashas.body())).contains("The swap is taken back", "9am to 5pm: Asha Bell, first");
        assertThat(line.values("SELECT detail FROM audit_entry WHERE subject_kind = 'swap' ORDER BY seq"))
                .containsExactly("asked", "agreed", "withdrawn");
    }

    @Test
    void anOfferIsAnsweredByWhoeverHasTheShift() {
        shift(asha, "wednesday", "09:00", "17:00");

        bens.get("/duty").post("/duty/offer", "offer", "1_" + TOMORROW).follow();
        assertThat(text(bens.body())).contains("You offered to take Asha Bell’s shift");
        bens.post("/duty/swap/1/agree");
        assertThat(text(bens.body()))
                .as("whoever asked does not agree for the other")
                .contains("A swap is agreed by the other of the two people, or by a manager");

        assertThat(text(ashas.get("/duty").body())).contains("Ben Cole offers to take your shift", "Yes, they take it");
        assertThat(text(ashas.post("/duty/swap/1/agree").follow().body())).contains("Ben Cole, for Asha Bell");
    }

    @Test
    void aSwapThatCannotBeSaysWhy() {
        shift(asha, "wednesday", "09:00", "17:00");
        shift(ben, "wednesday", "12:00", "20:00");

        ashas.get("/duty").post("/duty/swap", "ask-shift", "1_" + TOMORROW, "ask-taker", id(ben));

        assertThat(ashas.status()).isEqualTo(422);
        assertThat(ashas.body())
                .contains("<a href=\"#ask-taker\">Whoever is to take this shift is already on duty at that time</a>");
        assertThat(ashas.post("/duty/swap", "ask-shift", "nonsense", "ask-taker", "")
                        .body())
                .contains("Choose a shift", "Choose who is to take it");
        assertThat(ashas.get("/duty").post("/duty/swap/99/agree").body()).contains("There is no such swap");
        assertThat(ashas.get("/duty").post("/duty/swap/x/agree").status()).isEqualTo(404);
    }

    @Test
    void daysAwayLeaveTheirShiftsToWhoeverTakesThemUntilTheyAreTakenBack() {
        shift(asha, "wednesday", "09:00", "17:00");

        ashas.get("/duty")
                .post("/duty/away", "away-first", TOMORROW, "away-last", TOMORROW)
                .follow();
        assertThat(text(ashas.body()))
                .contains(
                        "Noted: away Wednesday 25 November",
                        "Nobody: Asha Bell is away",
                        "Nobody, and the line is open",
                        "I will be here");
        assertThat(text(bens.get("/duty").body())).doesNotContain("Asha Bell will be here");
        assertThat(bens.post("/duty/away/1/back").body()).contains("Only a manager says that somebody else is back");

        assertThat(text(ashas.get("/duty").post("/duty/away/1/back").follow().body()))
                .contains(
                        "Noted: not away any more",
                        "9am to 5pm: Asha Bell, first",
                        "Nobody is away, as far as we know.");
    }

    @Test
    void daysAwayThatCannotBeAreRefusedAndOnlyAManagerSaysThemOfOthers() {
        ashas.get("/duty").post("/duty/away", "away-first", "2026-11-27", "away-last", "2026-11-26");
        assertThat(ashas.body()).contains("Days away begin today or later", "value=\"2026-11-27\"");
        assertThat(ashas.post("/duty/away", "away-first", "", "away-last", "soon")
                        .body())
                .contains("Enter the first day away", "Enter the last day away");
        assertThat(ashas.post("/duty/away", "away-person", id(ben), "away-first", TODAY, "away-last", TODAY)
                        .body())
                .contains("Only a manager says that somebody else is away");

        managers.get("/duty").post("/duty/away", "away-person", id(ben), "away-first", TODAY, "away-last", TODAY);
        assertThat(text(managers.follow().body())).contains("Ben Cole Tuesday 24 November", "Ben Cole is back");
    }

    @Test
    void aNoteIsNewUntilItsReaderSaysThatTheyHaveReadIt() {
        bens.get("/duty").post("/duty/note", "note", "7F3K9M: call after 3pm.").follow();
        assertThat(text(bens.body()))
                .contains("Your note is there for the next shift", "Nobody has read it yet.")
                .doesNotContain("I have read it");

        ashas.get("/duty").post("/duty/note", "note", "Nothing else today.");
        line.setTime("2026-11-24T10:20");
        assertThat(text(ashas.get("/duty").body()).indexOf("7F3K9M"))
                .as("what is new to her comes first")
                .isLessThan(text(ashas.body()).indexOf("Nothing else"));

        assertThat(text(ashas.post("/duty/note/1/read").follow().body())).contains("Marked as read", "Read by you.");
        assertThat(text(bens.get("/duty").body())).contains("Read by Asha Bell.");
        assertThat(ashas.post("/duty/note/99/read").status()).isEqualTo(404);
        assertThat(line.values("SELECT detail FROM audit_entry WHERE subject_kind = 'hand-over' ORDER BY seq"))
                .containsExactly("written", "written", "read");
    }

    @Test
    void aNoteThatIsTooLongKeepsItsWords() {
        String words = "x".repeat(NewNote.LONGEST + 1);

        ashas.get("/duty").post("/duty/note", "note", words);

        assertThat(ashas.status()).isEqualTo(422);
        assertThat(ashas.body()).contains("A note has 1 to 500 characters", ">" + words + "</textarea>");
    }

    @Test
    void theRotaHasAKeeperAndADayForReadingItAgain() {
        assertThat(text(managers.get("/duty").body())).contains("Nobody is named yet. Name somebody");
        managers.get("/duty/shifts").post("/duty/upkeep", "owner", "", "review", "2020-01-01");
        assertThat(managers.body()).contains("Enter who keeps the rota");

        managers.post("/duty/upkeep", "owner", "Service manager", "review", "2027-01-31");

        assertThat(text(ashas.get("/duty").body()))
                .contains("Service manager, who reads it again by Sunday 31 January 2027.");
        line.setTime("2027-02-01T10:00");
        assertThat(text(Browser.signedIn(line, ben).get("/duty").body())).contains("That day is past.");
    }

    private void shift(AdvocateId person, String day, String from, String to) {
        shift(person, day, from, to, "");
    }

    private void shift(AdvocateId person, String day, String from, String to, String overnight) {
        managers.get("/duty/shifts")
                .post(
                        "/duty/shifts",
                        "person",
                        id(person),
                        "day",
                        day,
                        "from",
                        from,
                        "to",
                        to,
                        "order",
                        "first",
                        "since",
                        TODAY,
                        "until",
                        "",
                        "overnight",
                        overnight);
    }

    private AdvocateId person(String name, Role role) {
        String signIn = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.');
        return line.jdbi()
                .withHandle(handle ->
                        new Advocates().add(handle, new NewAdvocate(name, signIn, role, Optional.empty()), line.time()))
                .orElseThrow();
    }

    private static String id(AdvocateId person) {
        return String.valueOf(person.value());
    }

    /** What a page says, without its tags and what only a screen reader has. */
    private static String text(String page) {
        return page.replaceAll("<span class=\"govuk-visually-hidden\">[^<]*</span>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([:,.])", "$1");
    }
}
