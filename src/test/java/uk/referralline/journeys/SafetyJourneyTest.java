package uk.referralline.journeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.Callers;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** Who must not be called, and what somebody writes on a case that they may not read any more, in a real browser. */
@Journey
class SafetyJourneyTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aCaseSaysNotToCallWhereALinkedOneForbidsItAndWhereContactIsUnsafe() {
        Callers.askForACallback(line);
        String path = newest();
        Callers.leaveAReferral(line);
        String reference = line.value("SELECT reference FROM case_record ORDER BY id DESC LIMIT 1");
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.MANAGER)) {
            asha.opens(newest())
                    .unfolds("Note what the person needs")
                    .chooses("Need", "contact-by-text-only")
                    .presses("Note the need")
                    .sees("Noted: ");
            asha.opens(path)
                    .unfolds("Link another case by its reference")
                    .types("Reference", reference)
                    .types("How do you know that it is the same person?", "She said so")
                    .presses("Link the two cases")
                    .sees("it is noted that they must not be phoned");

            asha.presses("Take this case").sees("Do not call.").isFit("case-not-to-call");
            asha.doesNotSee("What to say");

            asha.unfolds("Contact may not be safe")
                    .types("What is the danger?", "Her partner reads the phone")
                    .presses("Raise a safety alert")
                    .sees("Safety alert: nobody calls or texts.")
                    .isFit("case-alert");
        }
    }

    @Test
    void aNoteOnACaseThatWasClosedMeanwhileIsKeptWithAReason() {
        Callers.askForACallback(line);
        String path = newest();
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE);
                Visitor mary = Visitor.signedIn(line, "Mary", Role.MANAGER)) {
            asha.opens(path).unfolds("Write a note").types("Note", "She wants a visit on Monday");
            mary.opens(path).presses("Take this case").ticks("We spoke").presses("Record the call");
            mary.ticks("An advocate is working with the person")
                    .presses("Close the case")
                    .sees("The case is closed");

            asha.presses("Keep the note").sees("Why do you need this case?").isFit("case-reason-note");
            asha.types("Your reason", "I was writing a note")
                    .presses("Open the case")
                    .sees("The note is kept")
                    .sees("She wants a visit on Monday");
        }
    }

    private String newest() {
        return "/case/" + line.value("SELECT max(id) FROM case_record");
    }
}
