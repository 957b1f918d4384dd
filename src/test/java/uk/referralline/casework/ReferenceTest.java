package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    @Test
    void theCheckDigitIsDamms() {
        // 572 and its check digit 4 are the published example; leading zeros do not change the sum.
        assertThat(Reference.keyed("0005724")).isPresent();
        assertThat(Reference.keyed("0005725")).isEmpty();
    }

    @Test
    void everySingleWrongDigitIsRefused() {
        references(300).forEach(right -> {
            for (int at = 0; at < 7; at++) {
                for (char other = '0'; other <= '9'; other++) {
                    String wrong = right.substring(0, at) + other + right.substring(at + 1);
                    assertThat(Reference.keyed(wrong).isPresent())
                            .as("%s for %s", wrong, right)
                            .isEqualTo(wrong.equals(right));
                }
            }
        });
    }

    @Test
    void everyTwoNeighboursSwappedAreRefused() {
        references(1000).forEach(right -> {
            for (int at = 0; at < 6; at++) {
                String wrong =
                        right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);
                assertThat(Reference.keyed(wrong).isPresent())
                        .as("%s for %s", wrong, right)
                        .isEqualTo(wrong.equals(right));
            }
        });
    }

    @Test
    void spacesDoNotCount() {
        assertThat(Reference.keyed(" 12 34 56 6 ")).isEqualTo(Reference.keyed("1234566"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "12345661", "123456x", "１２３４５６６", "*234566", "0000000"})
    void whatIsNoReferenceIsRefused(String keys) {
        assertThat(Reference.keyed(keys)).isEmpty();
        assertThatThrownBy(() -> new Reference(keys)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReferenceIsSpokenAndWrittenInPairs() {
        var reference = new Reference(references(1).findFirst().orElseThrow());
        String d = reference.digits();

        assertThat(reference.spoken()).isEqualTo("%s %s, %s %s, %s %s, %s".formatted((Object[]) d.split("")));
        assertThat(reference.written())
                .isEqualTo("%s%s %s%s %s%s %s".formatted((Object[]) d.split("")))
                .isEqualTo(reference.toString());
    }

    @Test
    void chanceNeverMakesAReferenceOfOneDigitOnly() {
        var chance = new Scripted(0, 777_777, 572);

        assertThat(Reference.random(chance).digits()).isEqualTo("0005724");
    }

    private static Stream<String> references(int count) {
        var chance = new Random(20261123);
        return Stream.generate(() -> Reference.random(chance).digits()).limit(count);
    }

    /** Chance that says what it is told to say. */
    private static final class Scripted implements RandomGenerator {
        private final Deque<Integer> numbers;

        Scripted(Integer... numbers) {
            this.numbers = new ArrayDeque<>(List.of(numbers));
        }

        @Override
        public int nextInt(int bound) {
            return numbers.remove();
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }
    }
}
