package uk.referralline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerIdTest {

    private final NumberPlan plan = new NumberPlan(true);

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "anonymous",
                "Anonymous",
                "ANONYMOUS",
                "Restricted",
                "UNAVAILABLE",
                "unknown",
                "Blocked",
                "PRIVATE",
                "withheld",
                "anonymous.invalid",
                "sip:anonymous@anonymous.invalid",
                "sip:Anonymous@example.org",
                "sips:anonymous@anonymous.invalid;user=phone",
                "sip:restricted@example.org:5060",
                "\"Anonymous\" <sip:anonymous@anonymous.invalid>",
                "sip:x1y2@anonymous.invalid",
            })
    void aWithheldNumberIsKnownInWords(String from) {
        assertWithheld(from);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7378742833", "2562533", "8656696", "266696687", "86282452253"})
    void aWithheldNumberIsKnownInItsKeypadSpelling(String digits) {
        assertWithheld(digits);
        assertWithheld("+" + digits);
        assertWithheld("+1" + digits);
        assertWithheld("1" + digits);
        assertWithheld("sip:+" + digits + "@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client:alice",
                "client:anonymous_1",
                "sip:ward7@hospital.example",
                "sip:+447700900123@example.org",
                "60700",
                "07700900123",
                "nonsense",
            })
    void whatIsNeitherANumberNorWithheldIsUnknown(String from) {
        var caller = CallerId.of(from, plan);

        assertThat(caller.withheld()).isFalse();
        assertThat(caller.number()).isEmpty();
        assertThat(caller).hasToString("unknown");
    }

    @Test
    void aNumberIsANumberAndPrintsMasked() {
        var caller = CallerId.of("+447700900123", plan);

        assertThat(caller.number()).contains(new PhoneNumber("+447700900123"));
        assertThat(caller.withheld()).isFalse();
        assertThat(caller).hasToString("…23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+862566960000", "+256253312345", "+12562533000"})
    void aNumberThatOnlyBeginsLikeAKeypadSpellingIsShown(String from) {
        assertThat(CallerId.of(from, plan).withheld()).isFalse();
        assertThat(CallerId.of(from, plan).number()).isPresent();
    }

    @Test
    void nobodyWithholdsANumberAndShowsIt() {
        var number = Optional.of(new PhoneNumber("+447700900123"));

        assertThatThrownBy(() -> new CallerId(true, number)).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertWithheld(String from) {
        var caller = CallerId.of(from, plan);

        assertThat(caller.withheld()).isTrue();
        assertThat(caller.number()).isEmpty();
        assertThat(caller).hasToString("withheld");
    }
}
