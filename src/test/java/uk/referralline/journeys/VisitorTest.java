package uk.referralline.journeys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;

/** A journey fails on what is wrong with a page, even where nobody looks for it. */
@Journey
class VisitorTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aRequestToAnotherMachineFailsTheJourney() {
        Visitor visitor = Visitor.of(line).opens("/sign-in");
        visitor.page()
                .waitForRequest(
                        "http://192.0.2.1/", () -> visitor.page().evaluate("location.assign('http://192.0.2.1/')"));

        assertThatThrownBy(visitor::close).hasMessageContaining("asked for http://192.0.2.1/");
    }

    @Test
    void aBreachOfTheContentSecurityPolicyFailsTheJourney() {
        assertThatThrownBy(() -> ends("document.body.append("
                        + "Object.assign(document.createElement('script'), {textContent: 'alert(1)'}))"))
                .hasMessageContaining("Content Security Policy");
    }

    @Test
    void aPictureThatIsNotThereFailsTheJourney() {
        assertThatThrownBy(() -> ends("new Promise((done) => document.body.append("
                        + "Object.assign(document.createElement('img'), {src: '/assets/none.png', onerror: done})))"))
                .hasMessageContaining("from " + line.url() + "/assets/none.png");
    }

    @Test
    void aPageThatScrollsSidewaysIsNotFit() {
        assertThatThrownBy(() -> isFitAfter("document.body.style.minWidth = '700px'"))
                .hasMessageContaining("scrolls sideways");
    }

    @Test
    void aButtonThatIsCutOffIsNotFit() {
        assertThatThrownBy(() -> isFitAfter("document.querySelector('main button').style.marginLeft = '-60px'"))
                .hasMessageContaining("what is cut off");
    }

    @Test
    void aFieldWithoutALabelIsNotFit() {
        assertThatThrownBy(() -> isFitAfter("document.querySelectorAll('label').forEach((each) => each.remove())"))
                .hasMessageContaining("label: <input");
    }

    private void isFitAfter(String change) {
        try (Visitor visitor = Visitor.of(line)) {
            visitor.opens("/sign-in").page().evaluate(change);
            visitor.isFit("not-fit");
        }
    }

    private void ends(String change) {
        Visitor visitor = Visitor.of(line);
        visitor.opens("/sign-in").page().evaluate(change);
        visitor.close();
    }
}
