package uk.referralline.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells Twilio's requests from anybody else's. The sum is that of Twilio's "Webhooks security" page: HMAC-SHA1 with an
 * auth token over the URL and the sorted parameters, in Base64. Where Twilio's libraries differ, it is Node's: a
 * repeated parameter counts with each of its different values, sorted.
 *
 * @param tokens any of which may have signed; several while rotating
 */
public record Signature(List<String> tokens) {
    private static final String HMAC = "HmacSHA1";

    public Signature {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty() || tokens.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a signature needs a token, and no token is blank");
        }
    }

    /**
     * Whether the header is the signature of that request.
     *
     * @param url absolute and raw, as Twilio was given it; its fragment does not count, and neither does whether it
     *     names its port
     * @param header of the name {@code X-Twilio-Signature}; anything that is no signature does not fit
     */
    public boolean fits(String url, FormParams params, String header) {
        // As text, not as decoded bytes: Base64 has several spellings of the same bytes.
        byte[] given = header.getBytes(StandardCharsets.UTF_8);
        String tail = tail(params);
        boolean fits = false;
        for (String token : tokens) {
            for (String spelling : spellings(url)) {
                byte[] ours = sign(token, spelling + tail).getBytes(StandardCharsets.UTF_8);
                fits |= MessageDigest.isEqual(ours, given);
            }
        }
        return fits;
    }

    private static String tail(FormParams params) {
        var sorted = new TreeMap<String, TreeSet<String>>();
        params.all()
                .forEach(param -> sorted.computeIfAbsent(param.name(), name -> new TreeSet<>())
                        .add(param.value()));
        var tail = new StringBuilder();
        sorted.forEach(
                (name, values) -> values.forEach(value -> tail.append(name).append(value)));
        return tail.toString();
    }

    /**
     * The URL as given, without its port, and with its scheme's usual port: Twilio signs now one, now another. Done on
     * the raw text, so that escapes stay as they are.
     */
    private static Set<String> spellings(String url) {
        int fragment = url.indexOf('#');
        String whole = fragment < 0 ? url : url.substring(0, fragment);
        var spellings = new LinkedHashSet<String>(List.of(whole));
        int host = whole.indexOf("://") + 3;
        if (host < 3) {
            return spellings;
        }
        int path = host;
        while (path < whole.length() && "/?".indexOf(whole.charAt(path)) < 0) {
            path++;
        }
        String authority = whole.substring(host, path);
        String rest = whole.substring(path);
        String bare = whole.substring(0, host) + authority.replaceFirst(":[0-9]+$", "");
        spellings.add(bare + rest);
        if (bare.length() == path) {
            spellings.add(bare + (whole.startsWith("https:") ? ":443" : ":80") + rest);
        }
        return spellings;
    }

    private static String sign(String token, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA1", impossible);
        }
    }

    /** Never prints a token. */
    @Override
    public String toString() {
        return "Signature[" + tokens.size() + " tokens]";
    }
}
