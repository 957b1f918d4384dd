package uk.referralline.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.referralline.TestLine;
import uk.referralline.console.signin.Token;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;

/** A browser without scripts: it keeps cookies, follows redirects when told to, and fills in forms. */
public final class Browser {
    /** Apart from the line's own, whose seed a test may know: no two browsers have one token. */
    private static final SecureRandom CHANCE = new SecureRandom();

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form-token\" value=\"([0-9a-f]+)\"");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

    private final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, String> headers = new TreeMap<>();
    private String url;
    private HttpResponse<String> last;

    private Browser(String url) {
        this.url = url;
    }

    /** One that nobody has used yet. */
    public static Browser of(TestLine line) {
        return new Browser(line.url());
    }

    /** One that nobody has used yet. @param home of the console */
    public static Browser at(URI home) {
        return new Browser(home.toString());
    }

    /** One in which a new person with this role has signed in, by a short cut through the database. */
    public static Browser signedIn(TestLine line, Role role) {
        String name = role.word() + "-" + PEOPLE.incrementAndGet();
        AdvocateId id = line.jdbi()
                .withHandle(handle -> new Advocates()
                        .add(handle, new NewAdvocate("Test " + name, name, role, Optional.empty()), line.time()))
                .orElseThrow();
        return signedIn(line, id);
    }

    /** One in which this person has signed in, by a short cut through the database. */
    public static Browser signedIn(TestLine line, AdvocateId person) {
        Token token = Token.random(CHANCE);
        line.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        INSERT INTO sign_in_session (id, advocate, stage, began_at, seen_at, browser, demo)
                        VALUES (:id, :advocate, 'in', :at, :at, 'A test browser', false)
                        """)
                        .bind("id", token.hashed())
                        .bind("advocate", person)
                        .bind("at", line.time())
                        .execute());
        Browser browser = of(line);
        browser.cookies.put("session", token.value());
        return browser;
    }

    /** Sends this header with every request from now on. */
    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Goes to another node from now on. @param other without a slash at its end */
    public Browser at(String other) {
        url = other;
        return this;
    }

    public Browser get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    /** Fills in the form of the page that is open, with its hidden token, and sends it. @param fields name, value, name, … */
    public Browser post(String path, String... fields) {
        var form = new TreeMap<>(Map.of("form-token", formToken().orElse("")));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return postRaw(path, form);
    }

    /** Sends a form as it is. */
    public Browser postRaw(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Goes where the last answer leads, as often as it does. */
    public Browser follow() {
        while (last.statusCode() / 100 == 3) {
            get(location());
        }
        return this;
    }

    private Browser send(String path, HttpRequest.Builder request) {
        request.uri(URI.create(url + path));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            last = HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        last.headers().allValues("Set-Cookie").forEach(this::keep);
        return this;
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    public int status() {
        return last.statusCode();
    }

    public String body() {
        return last.body();
    }

    public String title() {
        var title = TITLE.matcher(body());
        return title.find() ? title.group(1) : "";
    }

    public Optional<String> header(String name) {
        return last.headers().firstValue(name);
    }

    /** Where the last answer leads, from the root. */
    public String location() {
        return header("Location").orElse("nowhere");
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    public void forgetCookie(String name) {
        cookies.remove(name);
    }

    /** The hidden token in the forms of the page that is open. */
    public Optional<String> formToken() {
        if (last == null) {
            return Optional.empty();
        }
        var token = FORM_TOKEN.matcher(body());
        return token.find() ? Optional.of(token.group(1)) : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
