package uk.referralline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.Callers;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** What advocates do all day, in a real browser. */
@Journey
class CaseJourneyTest {

    /** What the board does by itself every few seconds. */
    private static final String AGAIN = "() => { htmx.ajax('GET', '/wallboard/board', '#board').catch(() => {}); }";

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aCallAppearsInAnOpenQueueWithoutAReload() {
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.opens("/queue").sees("Nobody is waiting here.");
            asha.page().evaluate("document.body.addEventListener('htmx:afterSwap', () => (window.askedAgain = true))");
            await().until(() -> {
                line.node().tellPages();
                return asha.page().evaluate("window.askedAgain === true").equals(true);
            });
            asha.doesNotSee("The queue has changed");

            Callers.askForACallback(line);
            await().until(() -> {
                // What a node does each second.
                line.node().tellPages();
                return asha.page().getByText("The queue has changed: 1 open").count() > 0;
            });

            asha.sees("For themselves");
            asha.isFit("queue");
        }
    }

    @Test
    void aLostConnectionIsShownAndHealsByItself() {
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.opens("/queue").sees("Nobody is waiting here.");

            asha.losesTheConnection("/queue/events");
            line.restart();
            asha.sees("The connection is lost. This list may be old. Trying again.");
            Callers.askForACallback(line);
            asha.findsTheConnection("/queue/events");

            await().until(() -> {
                line.node().tellPages();
                return asha.page().getByText("For themselves").count() > 0;
            });
            asha.doesNotSee("The connection is lost.");
        }
    }

    @Test
    void aFormThatIsRefusedIsShownInPlaceAndBackLeadsToTheQueue() {
        Callers.askForACallback(line);
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.opens("/queue").presses("Take the next case").sees("This case is yours to deal with now");
            String path = asha.path();
            asha.unfolds("Add a note").types("Note", "Nobody at home").presses("Record the call");
            asha.sees("There is a problem").sees("Nobody at home");
            assertThat(asha.path()).isEqualTo(path);

            asha.page().goBack();
            asha.sees("Take the next case");
        }
    }

    @Test
    void whatWasFoundIsThereAgainWhenSomebodyGoesBack() {
        Callers.askForACallback(line);
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.opens("/search").types("Reference, phone number", line.value("SELECT reference FROM case_record"));
            asha.presses("Search").sees("1 case");
            asha.page().locator("table a").first().click();
            asha.sees("Take this case");

            asha.page().goBack();
            asha.sees("1 case");
        }
    }

    @Test
    void theWallboardSaysThatTheConnectionIsLostAndHeals() {
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.opens("/wallboard").sees("Waiting");
            asha.losesTheConnection("/wallboard/board*");
            asha.page().evaluate(AGAIN);
            asha.sees("The connection is lost. These figures are old.");

            asha.findsTheConnection("/wallboard/board*").page().evaluate(AGAIN);
            await().until(() -> asha.page().getByText("The connection is lost").count() == 0);
        }
    }

    @Test
    void aCaseIsTakenReadWrittenUpAndClosed() {
        Callers.askForACallback(line);
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.opens("/queue").presses("Take the next case").sees("This case is yours to deal with now");
            asha.isFit("case-to-call").doesNotSee("I am calling from the advocacy line");
            asha.ticks("We spoke");
            asha.ticks("I am speaking to the right person").presses("Show what to say now");
            asha.sees("I am calling from the advocacy line");

            asha.presses("Record the call").sees("Recorded: Spoke to the person");
            asha.unfolds("Promise a call").isFit("case-to-close");
            asha.unfolds("Write a note")
                    .types("Note", "Wants help with a tribunal.")
                    .presses("Keep the note");
            asha.sees("The note is kept");
            String closed = asha.path();
            asha.ticks("An advocate is working with the person").presses("Close the case");
            asha.sees("The case is closed: An advocate is working with the person");
            asha.sees("Undo the closing").isFit("case-closed");
            try (Visitor ben = Visitor.signedIn(line, "Ben", Role.DUTY_ADVOCATE)) {
                ben.opens(closed).isFit("case-reason").sees("Why do you need this case?");
                ben.types("Your reason", "She rang again")
                        .presses("Open the case")
                        .sees("Open it again");
            }
        }
        assertThat(line.value("SELECT outcome FROM case_record")).isEqualTo("advocate-allocated");
    }

    @Test
    void aProfessionalsMessageBecomesACompleteReferralInOnePass() {
        Callers.leaveAReferral(line);
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.opens("/queue").presses("Take the next case").sees("Listen to the message");
            asha.isFit("case-to-hear");
            asha.follows("fill in the form while you listen").sees("Still missing:");
            asha.presses("Play or pause");
            await().until(() -> asha.page()
                    .evaluate("document.querySelector('audio').currentTime > 0")
                    .equals(true));
            asha.presses("Back 5 seconds").presses("Faster").sees("Speed 1.25");
            asha.types("Who is referring?", "Nurse").strikes("Alt+p");
            await().until(() -> asha.page()
                    .evaluate("document.querySelector('audio').paused")
                    .equals(true));
            assertThat(asha.page().evaluate("document.activeElement.value")).isEqualTo("Nurse");

            asha.chooses("Are they held under the Mental Health Act?", "detained-or-order")
                    .sees("Statutory.");
            asha.types("Who is referring?", "Nurse Lane")
                    .chooses("Their exact role", "ward-staff")
                    .types("Who is the person?", "J. B.")
                    .chooses("Are they in hospital now?", "yes")
                    .types("Which ward or community team?", "Larch")
                    .chooses("Are they under 18?", "no")
                    .chooses("Does the person know, and do they agree?", "yes")
                    .chooses("Is there a date we must know?", "date-known")
                    .types("Which date?", "2026-11-26")
                    .chooses("How do we reach the person?", "ward-phone")
                    .chooses("Language and communication needs", "none")
                    .chooses("Anything the visiting advocate must know to be safe?", "no");
            asha.sees("Nothing is missing.").sees("U1 urgent");
            asha.isFit("referral");
            asha.ticks("I have heard the message, and what it says is here");
            asha.presses("Keep").sees("The referral is complete");
            asha.unfolds("Call whoever refers them").isFit("case-referrer");
            asha.ticks("No answer").presses("Record the call").sees("Called whoever refers them");
        }
        assertThat(line.value("SELECT completed_at IS NOT NULL FROM referral")).isEqualTo("t");
    }

    @Test
    void aWrongNumberIsAnIncidentThatHasToBeSettled() {
        Callers.askForACallback(line);
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.opens("/queue").presses("Take the next case");
            asha.ticks("Wrong number").presses("Record the call").sees("An incident is open on this case.");
            asha.isFit("case-incident").sees("blocked: Wrong number");
            asha.types("What was done", "Apologised. The ward gave an old number.")
                    .presses("Settle the incident");
            asha.sees("The incident is settled");
        }
    }

    @Test
    void whatIsTypedInOneFormStaysWhileAnotherIsSentAndWhileOneLooksElsewhere() {
        Callers.askForACallback(line);
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.opens("/queue").presses("Take the next case").sees("This case is yours to deal with now");
            asha.unfolds("Write a note").types("Note", "She wants a visit");
            asha.ticks("No answer").presses("Record the call").sees("Recorded: No answer");
            asha.sees("What you had typed here is back");
            assertThat(asha.page().locator("#new-note").isVisible()).isTrue();
            assertThat(asha.page().inputValue("#new-note")).isEqualTo("She wants a visit");
            assertThat(asha.page().isChecked("#disposition-no-answer")).isFalse();

            asha.unfolds("Contact may not be safe").types("What is the danger?", "her sister reads it");
            asha.follows("Calls").sees("How it ended");
            asha.page().goBack();
            asha.sees("What you had typed here is back");
            assertThat(asha.page().locator("#alert").isVisible()).isTrue();
            assertThat(asha.page().inputValue("#alert")).isEqualTo("her sister reads it");
            asha.presses("Keep the note").sees("The note is kept");
            assertThat(asha.page().inputValue("#new-note")).isEmpty();
            assertThat(asha.page().inputValue("#alert")).isEqualTo("her sister reads it");
        }
    }

    @Test
    void ofTwoAdvocatesOneTakesTheCase() {
        Callers.askForACallback(line);
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE);
                Visitor ben = Visitor.signedIn(line, "Ben", Role.DUTY_ADVOCATE)) {
            String path = "/case/" + line.value("SELECT id FROM case_record");
            asha.opens(path);
            ben.opens(path);
            asha.presses("Take this case").sees("This case is yours to deal with now");
            ben.presses("Take this case").sees("Asha took this case a moment before you");
            ben.isFit("case-taken");
            ben.types("Why do you take it over?", "Asha was called away").presses("Take it over");
            ben.sees("You have taken this case over");

            asha.ticks("We spoke")
                    .unfolds("Add a note")
                    .types("Note", "She wants a visit")
                    .presses("Record the call");
            asha.sees("Ben is dealing with this case now").isFit("case-overtaken");
            asha.types("Why do you take the case over?", "I had her on the phone")
                    .presses("Record the call")
                    .sees("Recorded: Spoke to the person")
                    .sees("She wants a visit");
        }
    }

    @Test
    void whoeverTakesACaseTooLateFromTheQueueIsOnItsPageAndBackLeadsToTheQueue() {
        Callers.askForACallback(line);
        String path = "/case/" + line.value("SELECT id FROM case_record");
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE);
                Visitor ben = Visitor.signedIn(line, "Ben", Role.DUTY_ADVOCATE)) {
            ben.opens("/account").opens("/queue").sees("For themselves");
            asha.opens(path).presses("Take this case").sees("This case is yours to deal with now");

            ben.page().locator("#rows button").click();
            ben.sees("Asha took this case a moment before you");
            assertThat(ben.path()).isEqualTo(path);
            ben.page().goBack();
            ben.sees("Take the next case");
        }
    }

    @Test
    void aStaleFormInASecondTabKeepsWhatWasTyped() {
        Callers.askForACallback(line);
        String path = "/case/" + line.value("SELECT id FROM case_record");
        try (Visitor here = Visitor.signedIn(line, "Asha", Role.MANAGER);
                Visitor there = Visitor.signedIn(line, "Ben", Role.MANAGER)) {
            here.opens(path).unfolds("Change how urgent it is").types("Why?", "tribunal on Thursday");
            there.opens(path)
                    .unfolds("Contact may not be safe")
                    .types("What is the danger?", "partner reads the phone");
            there.presses("Raise a safety alert").sees("Nobody calls or texts about this case now");

            here.presses("Change the urgency")
                    .sees("New since you opened this case")
                    .sees("Ben, ");
            assertThat(here.page().inputValue("#urgency-why")).isEqualTo("tribunal on Thursday");
            here.isFit("case-stale");
        }
    }

    @Test
    void twoCasesAreMergedAndTwoAgain() {
        Callers.askForACallback(line);
        Callers.askForACallback(line);
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.MANAGER)) {
            asha.opens("/case/" + line.value("SELECT min(id) FROM case_record")).unfolds("It is the same person");
            asha.types("How do you know that it is the same request?", "called twice")
                    .presses("Merge it into this case");
            asha.sees("Merged into this case").isFit("case-merged");
            asha.types("Why are they two cases?", "two sisters").presses("Undo the merge");
            asha.sees("They are two cases again, as they were");
        }
    }

    @Test
    void whoAskedTwiceIsCalledOnceWhereTheyAskedLastAndTwiceWhereTheyAreTwoPeople() {
        Callers.askForACallback(line);
        Callers.askForACallback(line);
        String other = line.value("SELECT reference FROM case_record ORDER BY id DESC LIMIT 1");
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.MANAGER)) {
            String first = "/case/" + line.value("SELECT min(id) FROM case_record");
            asha.opens(first).unfolds("Link another case");
            asha.types("Reference", other)
                    .types("How do you know that it is the same person?", "She said so")
                    .presses("Link the two cases")
                    .sees("The two cases are linked, and the person waits for one call.")
                    .sees("The call to this person is promised on case")
                    .isFit("case-linked-waits-there");
            asha.presses("Take this case")
                    .sees("If they are to be called from here")
                    .isFit("case-linked-taken");
            asha.unfolds("Promise a call").presses("Promise a call").sees("A call is promised");
            assertThat(line.value("SELECT case_id FROM callback WHERE status = 'open'"))
                    .isEqualTo(line.value("SELECT min(id) FROM case_record"));
            asha.types("Why are they not the same person?", "two sisters")
                    .presses("Take the link away")
                    .sees("The link is taken away");
        }
        assertThat(line.value("SELECT count(*) FROM callback WHERE status = 'open'"))
                .isEqualTo("2");
    }

    @Test
    void theDaysWorkIsDoneByKeyboardAlone() {
        Callers.askForACallback(line);
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.opens("/queue").tabsTo("Take the next case").strikes("Enter");
            asha.sees("This case is yours to deal with now");
            asha.tabsTo("disposition").strikes("ArrowDown").strikes("ArrowDown");
            asha.tabsTo("Record the call").strikes("Enter").sees("Recorded: No answer. Next try");

            asha.tabsTo("Write a note").strikes("Enter").tabsTo("new-note");
            asha.page().keyboard().type("Try the ward phone after tea.");
            asha.tabsTo("Keep the note").strikes("Enter").sees("The note is kept");
        }
    }

    @Test
    void theQueueWorksWithoutScripts() {
        Callers.askForACallback(line);
        try (Visitor asha = Visitor.withoutScripts(line, Role.DUTY_ADVOCATE)) {
            asha.opens("/queue").presses("Take the next case").sees("This case is yours to deal with now");
            asha.ticks("No answer").presses("Record the call").sees("Recorded: No answer. Next try");
        }
    }

    @Test
    void aCaseIsFoundBySearching() {
        Callers.askForACallback(line);
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.opens("/search")
                    .types("Reference, phone number", "07700 900123")
                    .presses("Search")
                    .sees("1 case");
            asha.isFit("search");
        }
    }
}
