package uk.referralline.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.console.Browser;
import uk.referralline.duty.Role;

/**
 * What a browser waits for and receives with very many cases. {@code mvn -q test -Dtest=PageFiguresTest -Dfigures} makes them,
 * measures over HTTP, and writes a table to {@code target/figures/pages.txt}. Nothing is asserted about time.
 */
@EnabledIfSystemProperty(named = "figures", matches = ".*")
class PageFiguresTest {
    private static final int WARM = 100;
    private static final int RUNS = 200;
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @RegisterExtension
    final TestLine line = new TestLine();

    private final AtomicInteger statements = new AtomicInteger();
    private String session;

    @Test
    void thePagesOfTheDayAreMeasured() throws IOException, InterruptedException {
        var made =
                new Made(Integer.getInteger("figures.open", 10_000), Integer.getInteger("figures.closed", 1_000_000));
        made.in(line.databaseUrl());
        session = Browser.signedIn(line, Role.DUTY_ADVOCATE).cookie("session").orElseThrow();
        line.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
        String open = line.value("SELECT max(id) FROM case_record WHERE status = 'open' AND owner_id IS NULL");
        var table = new StringBuilder("%,d open, %,d closed%n".formatted(made.open(), made.closed()));
        for (String path : new String[] {"/queue", "/queue?part=free", "/case/" + open, "/calls", "/texts", "/duty"}) {
            table.append(measured(path));
        }
        Path folder = Files.createDirectories(Path.of("target", "figures"));
        Files.writeString(folder.resolve("pages.txt"), table);
        System.out.print(table);
    }

    private String measured(String path) throws IOException, InterruptedException {
        for (int run = 0; run < WARM; run++) {
            firstByte(path);
        }
        long[] nanos = new long[RUNS];
        int[] queries = new int[RUNS];
        for (int run = 0; run < RUNS; run++) {
            statements.set(0);
            nanos[run] = firstByte(path);
            queries[run] = statements.get();
        }
        Arrays.sort(nanos);
        Arrays.sort(queries);
        int page = size(path);
        return String.format(
                Locale.ROOT,
                "%-22s first byte median %5.1f ms  p95 %5.1f ms  %2d queries  warm %5.1f kB  cold %5.1f kB%n",
                path.replaceAll("[0-9]+", "…"),
                nanos[RUNS / 2] / 1e6,
                nanos[RUNS * 95 / 100] / 1e6,
                queries[RUNS / 2],
                page / 1e3,
                (page + assets(path)) / 1e3);
    }

    private long firstByte(String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<InputStream> answer = HTTP.send(request(path), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.read()).as(path).isNotNegative();
            long taken = System.nanoTime() - began;
            body.readAllBytes();
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return taken;
        }
    }

    /** Of what the page needs besides itself, each once. */
    private int assets(String path) throws IOException, InterruptedException {
        byte[] page = HTTP.send(request(path), BodyHandlers.ofByteArray()).body();
        int sum = 0;
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(page))) {
            var assets = ASSET.matcher(new String(plain.readAllBytes(), StandardCharsets.UTF_8));
            for (String each :
                    assets.results().map(found -> found.group(1)).distinct().toList()) {
                sum += size(each);
            }
        }
        return sum;
    }

    /** Compressed, with its headers. */
    private int size(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(request(path), BodyHandlers.ofByteArray());
        int headers = answer.headers().map().entrySet().stream()
                .mapToInt(each -> each.getValue().stream()
                        .mapToInt(value -> each.getKey().length() + value.length() + 4)
                        .sum())
                .sum();
        return headers + answer.body().length;
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(line.url() + path))
                .header("Accept-Encoding", "gzip")
                .header("Cookie", "session=" + session)
                .build();
    }
}
