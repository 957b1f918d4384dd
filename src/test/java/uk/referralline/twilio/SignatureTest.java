package uk.referralline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String TOKEN = "12345";
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String SIGNED = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final FormParams PARAMS = params(
            "Digits", "1234",
            "CallSid", "CA1234567890ABCDE",
            "To", "+18005551212",
            "Caller", "+14158675309",
            "From", "+14158675309");

    private final Signature signature = new Signature(List.of(TOKEN));

    @Test
    void twiliosOwnExampleFits() {
        assertThat(signature.fits(URL, PARAMS, SIGNED)).isTrue();
    }

    @Test
    void theFragmentDoesNotCount() {
        assertThat(signature.fits(URL + "#rc=2&rp=ct", PARAMS, SIGNED)).isTrue();
    }

    @Test
    void anyOfSeveralTokensMaySign() {
        assertThat(new Signature(List.of("other", TOKEN)).fits(URL, PARAMS, SIGNED))
                .isTrue();
        assertThat(new Signature(List.of(TOKEN, "other")).fits(URL, PARAMS, SIGNED))
                .isTrue();
        assertThat(new Signature(List.of("other", "another")).fits(URL, PARAMS, SIGNED))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "=", "RSOYDt4T1cUTdK1PDd93/VVr8B8", "RSOYDt4T1cUTdK1PDd93/VVr8B9=", "é\n", "ROFL"})
    void aHeaderThatIsNoSignatureDoesNotFit(String header) {
        assertThat(signature.fits(URL, PARAMS, header)).isFalse();
    }

    @Test
    void everyWrongCharacterIsRefused() {
        for (int i = 0; i < SIGNED.length(); i++) {
            assertThat(signature.fits(URL, PARAMS, changed(SIGNED, i)))
                    .as("header, %d", i)
                    .isFalse();
        }
        for (int i = 0; i < URL.length(); i++) {
            assertThat(signature.fits(changed(URL, i), PARAMS, SIGNED))
                    .as("URL, %d", i)
                    .isFalse();
        }
        String body =
                "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309&From=%2B14158675309";
        assertThat(signature.fits(URL, parsed(body), SIGNED)).isTrue();
        for (int i = 0; i < body.length(); i++) {
            String wrong = changed(body, i);
            boolean fits = FormParams.parse(wrong.getBytes(StandardCharsets.UTF_8))
                    .map(params -> signature.fits(URL, params, SIGNED))
                    .orElse(false);
            assertThat(fits).as("body, %d: %s", i, wrong).isFalse();
        }
    }

    @Test
    void aParameterTooManyOrTooFewIsRefused() {
        assertThat(signature.fits(URL, params(), SIGNED)).isFalse();
        for (int i = 0; i < PARAMS.all().size(); i++) {
            var fewer = new ArrayList<>(PARAMS.all());
            fewer.remove(i);
            assertThat(signature.fits(URL, new FormParams(fewer), SIGNED)).isFalse();
        }
        var more = new ArrayList<>(PARAMS.all());
        more.add(new FormParams.Param("Extra", ""));
        assertThat(signature.fits(URL, new FormParams(more), SIGNED)).isFalse();
    }

    @Test
    void thousandsOfRequestsFitAsTwiliosLibrarySays() {
        long seed = System.nanoTime();
        var corpus = new Random(seed);
        for (int i = 0; i < 4000; i++) {
            var sample = Sample.of(corpus);
            String signed = TwilioSum.of(TOKEN, sample.signedUrl(), sample.params());
            boolean theirs = new RequestValidator(TOKEN).validate(sample.url(), sample.params(), signed);
            boolean ours = signature.fits(sample.url(), parsed(sample.body()), signed);

            assertThat(ours).as("seed %d, sample %d: %s", seed, i, sample).isEqualTo(theirs);
            assertThat(ours).as("seed %d, sample %d: %s", seed, i, sample).isTrue();
        }
    }

    @Test
    void aCorpusSignedByAnotherIsRefusedAsTwiliosLibrarySays() {
        long seed = System.nanoTime();
        var corpus = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var sample = Sample.of(corpus);
            String signed = TwilioSum.of("another", sample.signedUrl(), sample.params());

            assertThat(new RequestValidator(TOKEN).validate(sample.url(), sample.params(), signed))
                    .isFalse();
            assertThat(signature.fits(sample.url(), parsed(sample.body()), signed))
                    .as("seed %d, sample %d: %s", seed, i, sample)
                    .isFalse();
        }
    }

    @Test
    void escapesSurviveAPortThatTwilioAddsOrDrops() {
        String plain = "https://line.example.org/a%20b/%2Bc?q=%26%3D";
        String ported = "https://line.example.org:443/a%20b/%2Bc?q=%26%3D";
        String other = "https://line.example.org:8443/a%20b/%2Bc?q=%26%3D";

        assertThat(signature.fits(plain, params(), TwilioSum.of(TOKEN, ported, Map.of())))
                .isTrue();
        assertThat(signature.fits(ported, params(), TwilioSum.of(TOKEN, plain, Map.of())))
                .isTrue();
        assertThat(signature.fits(other, params(), TwilioSum.of(TOKEN, plain, Map.of())))
                .isTrue();
        assertThat(new RequestValidator(TOKEN).validate(plain, Map.of(), TwilioSum.of(TOKEN, ported, Map.of())))
                .as("if Twilio's library has learnt this, it can judge these too")
                .isFalse();
    }

    @Test
    void plainHttpHasItsOwnUsualPort() {
        String plain = "http://line.example.org/x";

        assertThat(signature.fits(plain, params(), TwilioSum.of(TOKEN, "http://line.example.org:80/x", Map.of())))
                .isTrue();
        assertThat(signature.fits(plain, params(), TwilioSum.of(TOKEN, "http://line.example.org:443/x", Map.of())))
                .isFalse();
        assertThat(signature.fits("http://line.example.org:8080/x", params(), TwilioSum.of(TOKEN, plain, Map.of())))
                .isTrue();
    }

    @Test
    void aColonInThePathIsNoPort() {
        String url = "https://line.example.org/a:443?b=c:443";

        assertThat(signature.fits(url, params(), TwilioSum.of(TOKEN, url, Map.of())))
                .isTrue();
        assertThat(signature.fits(url, params(), TwilioSum.of(TOKEN, "https://line.example.org/a?b=c", Map.of())))
                .isFalse();
    }

    @Test
    void aRepeatedParameterCountsWithItsDifferentValuesSorted() {
        // Known from Twilio's library for Node, given A as an array of b, a, b.
        String signed = TwilioSum.of(TOKEN, URL + "AaAb", Map.of());

        assertThat(signature.fits(URL, params("A", "b", "A", "a", "A", "b"), signed))
                .isTrue();
        assertThat(signature.fits(URL, params("A", "b"), signed)).isFalse();
    }

    @Test
    void aBlankTokenIsRefusedAndNoTokenPrints() {
        assertThatThrownBy(() -> new Signature(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Signature(List.of(TOKEN, " "))).isInstanceOf(IllegalArgumentException.class);
        assertThat(signature.toString()).doesNotContain(TOKEN);
    }

    /** A request as Twilio could make it. The signed URL may have another port than the one we were called by. */
    private record Sample(String url, String signedUrl, Map<String, String> params, String body) {
        private static final List<String> LETTERS = List.of(
                "a", "Z", "0", " ", "+", "'", "\"", "&", "=", "%", "?", "#", "/", "é", "ਪ", "ф", "😀", "\n", "\t", "~",
                "*", "(", "\\", "\u0000", "€", "İ");

        static Sample of(Random random) {
            var params = new TreeMap<String, String>();
            int count = random.nextInt(20);
            for (int i = 0; i < count; i++) {
                params.put(word(random, 1 + random.nextInt(8)), word(random, length(random)));
            }
            // Twilio's library spoils escapes when it adds or drops a port, so those are only in URLs signed as they
            // are.
            boolean ported = random.nextBoolean();
            String port = ported && random.nextBoolean() ? ":443" : "";
            String path =
                    "/sms/" + random.nextInt(100) + (ported ? "" : "/a%20b%2B'") + (random.nextBoolean() ? "?x=1" : "");
            String url = "https://line.example.org" + port + path;
            String signed = "https://line.example.org" + (ported && random.nextBoolean() ? ":443" : "") + path;
            return new Sample(url, ported ? signed : url, params, body(params, random));
        }

        private static int length(Random random) {
            return random.nextInt(50) == 0 ? 5000 : random.nextInt(12);
        }

        private static String word(Random random, int length) {
            var word = new StringBuilder();
            for (int i = 0; i < length; i++) {
                word.append(LETTERS.get(random.nextInt(LETTERS.size())));
            }
            return word.toString();
        }

        private static String body(Map<String, String> params, Random random) {
            var pairs = new ArrayList<String>();
            params.forEach((name, value) -> pairs.add(escaped(name, random) + "=" + escaped(value, random)));
            Collections.shuffle(pairs, random);
            return String.join("&", pairs);
        }

        /** Escapes what must be, and now and then what need not be. */
        private static String escaped(String text, Random random) {
            var escaped = new StringBuilder();
            for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
                boolean plain = Character.isLetterOrDigit(each) && each > 0;
                if (plain && random.nextInt(10) > 0) {
                    escaped.append((char) each);
                } else if (each == ' ' && random.nextBoolean()) {
                    escaped.append('+');
                } else {
                    escaped.append(String.format(random.nextBoolean() ? "%%%02X" : "%%%02x", each));
                }
            }
            return escaped.toString();
        }
    }

    private static String changed(String text, int at) {
        return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
    }

    private static FormParams parsed(String body) {
        return FormParams.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static FormParams params(String... namesAndValues) {
        var params = new ArrayList<FormParams.Param>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            params.add(new FormParams.Param(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new FormParams(params);
    }
}
