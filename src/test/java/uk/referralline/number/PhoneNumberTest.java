package uk.referralline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+0",
                "+4",
                "07700900123",
                "447700900123",
                "+07700900123",
                "+44 7700 900123",
                "+4477009001234567",
                "+44770090012x",
                "+٤٤٧٧٠٠٩٠٠١٢٣",
                "+447700900123\n",
            })
    void nonsenseIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an E.164 number");
    }

    @Test
    void itPrintsMasked() {
        assertThat(new PhoneNumber("+447700900123")).hasToString("…23");
        assertThat("%s".formatted(new PhoneNumber("+44"))).isEqualTo("…4");
    }
}
