package uk.referralline.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
    /** The secret of RFC 6238, appendix B, in base 32. */
    private static final CodeSecret SECRET = new CodeSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void areThoseOfTheStandard(long second, String code) {
        assertThat(OneTimeCodes.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void theCodeBeforeAndTheCodeAfterAreRightToo() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);

        for (int step = -1; step <= 1; step++) {
            String code = OneTimeCodes.code(SECRET, now.plusSeconds(30L * step));
            assertThat(OneTimeCodes.step(SECRET, code, now, 0)).hasValue(37_037_037 + step);
        }
        assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, now.plusSeconds(60)), now, 0))
                .isEmpty();
        assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, now.minusSeconds(60)), now, 0))
                .isEmpty();
    }

    @Test
    void aCodeFromBeforeTheLastOneThatWasUsedIsNone() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);

        assertThat(OneTimeCodes.step(SECRET, "050471", now, 37_037_037)).isEmpty();
        assertThat(OneTimeCodes.step(SECRET, " 050-471 ", now, 37_037_036)).hasValue(37_037_037);
    }
}
