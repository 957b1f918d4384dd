package uk.referralline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.twilio.FormParams.Param;

class FormParamsTest {

    @Test
    void parametersAreKeptAsTheyCame() {
        assertThat(parse("B=2&A=+x+&B=1&Blank=&Bare&=v&U=%C3%A9%F0%9F%98%80&P=%2B%26%3D%25&E=a=b&&Raw=é")
                        .all())
                .containsExactly(
                        new Param("B", "2"),
                        new Param("A", " x "),
                        new Param("B", "1"),
                        new Param("Blank", ""),
                        new Param("Bare", ""),
                        new Param("", "v"),
                        new Param("U", "é😀"),
                        new Param("P", "+&=%"),
                        new Param("E", "a=b"),
                        new Param("Raw", "é"));
    }

    @Test
    void nothingIsAFormWithoutParameters() {
        assertThat(parse("").all()).isEmpty();
        assertThat(parse("&&").all()).isEmpty();
        assertThat(parse("=").all()).containsExactly(new Param("", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%1",
                "a=%zz",
                "%=1",
                "a=%1&b=2",
                "a=%-1",
                "a=%+1",
                "a=%C3",
                "a=%C3%28",
                "a=%ED%A0%80",
                "a=%C0%80"
            })
    void aBodyThatIsNoFormIsTold(String body) {
        assertThat(FormParams.parse(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void rawBytesThatAreNotUtf8AreNoForm() {
        assertThat(FormParams.parse(new byte[] {'a', '=', (byte) 0xE9})).isEmpty();
        assertThat(FormParams.parse(new byte[] {'a', '=', '%', (byte) 0xB2, '0'}))
                .isEmpty();
    }

    @Test
    void theFirstValueIsFoundAndABlankOneIsAValue() {
        FormParams params = parse("A=1&A=2&B=");

        assertThat(params.first("A")).contains("1");
        assertThat(params.first("B")).contains("");
        assertThat(params.first("C")).isEmpty();
    }

    @Test
    void noValuePrints() {
        assertThat(parse("From=%2B447700900123&Body=hello").toString())
                .contains("From", "Body")
                .doesNotContain("900123", "hello");
    }

    private static FormParams parse(String body) {
        return FormParams.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
