package uk.referralline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts a form as Twilio would, signed, to one address of a line under test. */
final class Webhook {
    private final HttpClient client = HttpClient.newHttpClient();
    private final TestLine line;

    Webhook(TestLine line) {
        this.line = line;
    }

    /** @param fields names and values in turn */
    HttpResponse<String> post(String path, String... fields) {
        return to(line.node().port(), path, fields);
    }

    /** The same, to another node; it is signed for the public address all the same. */
    HttpResponse<String> to(int port, String path, String... fields) {
        var form = new StringBuilder();
        var sorted = new TreeMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(encode(fields[i]))
                    .append('=')
                    .append(encode(fields[i + 1]));
            sorted.put(fields[i], fields[i + 1]);
        }
        return raw(port, path, form.toString(), sign(line.url() + path, sorted));
    }

    /** Whatever body and signature. */
    HttpResponse<String> raw(int port, String path, String body, String signature) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Twilio's sum over the URL and the parameters, written here once more so that ours is tested by another. */
    String sign(String url, TreeMap<String, String> sorted) {
        var text = new StringBuilder(url);
        sorted.forEach((name, value) -> text.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TestLine.TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
