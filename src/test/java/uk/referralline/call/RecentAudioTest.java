package uk.referralline.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.referralline.ivr.Audio;

class RecentAudioTest {
    private final RecentAudio recent = new RecentAudio();
    private final List<String> asked = new ArrayList<>();

    @Test
    void isAskedForOnce() {
        assertThat(get("a")).isEqualTo(get("a"));

        assertThat(asked).containsExactly("a");
    }

    @Test
    void whatIsNotThereIsAskedForAgain() {
        recent.get("a", Optional::empty);

        assertThat(get("a").size()).isEqualTo(Audio.MOST_BYTES);
    }

    @Test
    void onlyTheLastTwentyMegabytesAreRemembered() {
        for (int n = 0; n < 20; n++) {
            get("file " + n);
        }
        get("file 0");
        get("one more");
        asked.clear();

        get("file 0");
        get("file 2");
        get("file 1");

        assertThat(asked).containsExactly("file 1");
    }

    private Audio get(String name) {
        return recent.get(name, () -> {
                    asked.add(name);
                    return Optional.of(Audio.of(new byte[Audio.MOST_BYTES]));
                })
                .orElseThrow();
    }
}
