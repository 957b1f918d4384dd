package uk.referralline.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptCheckTest {

    @Test
    void nothingIsWrongWithTheShippedScript() {
        ScriptFiles files = ScriptFiles.packaged();

        assertThat(ScriptCheck.of(ScriptReader.read(files), files, Set.of("callback-booked", "referral-received")))
                .isEmpty();
    }
}
