package uk.referralline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest extends WithALine {

    private static final Map<String, String> FORM = Map.of(
            "Digits", "1234",
            "CallSid", "CA1234567890ABCDE",
            "To", "+18005551212",
            "Caller", "+14158675309",
            "From", "+14158675309");

    @Test
    void isTwiliosOwnForTwiliosOwnExample() {
        String signature = Signature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", FORM);

        assertThat(signature).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void leavesTheFragmentOut() {
        String signature = Signature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2#rc=2", FORM);

        assertThat(signature).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void ofARequestIsValidForTwiliosOwnLibrary() {
        line.at("/voice", "<Gather action=\"/next?x=a%20b&amp;y=1#rc=2\"><Say>Press a key</Say></Gather>");

        sandbox.callFrom(CALLER).presses("1#");

        TinyLine.Asked asked = line.last("/next");
        var form = new java.util.HashMap<>(asked.form());
        form.keySet().removeAll(java.util.List.of("x", "y"));
        assertThat(new RequestValidator(TOKEN).validate(asked.url(), form, asked.signature()))
                .isTrue();
    }

    @Test
    void ofAGetIsOverItsUrlAlone() {
        line.at("/voice", "<Redirect method=\"GET\">/next</Redirect>");

        sandbox.callFrom(CALLER);

        TinyLine.Asked asked = line.last("/next");
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.get("From")).isEqualTo(CALLER);
        assertThat(new RequestValidator(TOKEN).validate(asked.url(), Map.of(), asked.signature()))
                .isTrue();
    }
}
