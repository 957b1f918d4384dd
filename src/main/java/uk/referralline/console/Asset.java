package uk.referralline.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** What pages load besides themselves. Its address has a hash of it, so that a browser may keep it for a year. */
public enum Asset {
    /** The shapes of the GOV.UK Design System, without its typeface. */
    GOVUK_CSS("/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css", "text/css"),
    /** Our own colours and type, and what is only ours. */
    CONSOLE_CSS("/console/console.css", "text/css"),
    /** Warns before somebody is signed out, and keeps what they have typed. */
    CONSOLE_JS("/console/console.js", "text/javascript"),
    /** Keeps the queue up to date, and plays left messages by keys. */
    LIVE_JS("/console/live.js", "text/javascript"),
    /** Refreshes parts of pages. */
    HTMX_JS("/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js", "text/javascript"),
    /** In the browser's tab. */
    ICON_SVG("/console/icon.svg", "image/svg+xml");

    static final String FAVICON = "/favicon.ico";
    static final String PATH = "/assets/{version}/{file}";

    private static final String SYSTEM_TYPE =
            "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Helvetica Neue\",Arial,sans-serif";

    private final String file;
    private final String contentType;
    private final String version;
    private final byte[] content;
    private final byte[] zipped;

    Asset(String resource, String contentType) {
        this.file = name().toLowerCase(Locale.ROOT).replaceFirst("_([a-z]+)$", ".$1");
        this.contentType = contentType + "; charset=utf-8";
        this.content = ourType(read(resource));
        this.version = version(content);
        this.zipped = zip(content);
    }

    /** Where it is, from the root. */
    public String url() {
        return "/assets/" + version + "/" + file;
    }

    /** Whether files are there, and no pages with forms. */
    static boolean isAt(String path) {
        return path.equals(PATH) || path.equals(FAVICON);
    }

    /** GET /assets/{version}/{file} */
    static void serve(Visit visit) {
        Context ctx = visit.context();
        Arrays.stream(values())
                .filter(each -> each.file.equals(ctx.pathParam("file")))
                .findFirst()
                .ifPresentOrElse(
                        each -> each.write(ctx),
                        () -> ctx.status(HttpStatus.NOT_FOUND).result("There is no such file."));
    }

    /** GET /favicon.ico: browsers ask for it on their own beside what is not a page, such as a picture. */
    static void favicon(Visit visit) {
        ICON_SVG.write(visit.context(), "public, max-age=86400");
    }

    private void write(Context ctx) {
        // While two versions of the line run side by side, a node may be asked for what the other one's pages name.
        boolean current = ctx.pathParam("version").equals(version);
        write(ctx, current ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private void write(Context ctx, String caching) {
        ctx.header("Cache-Control", caching);
        ctx.header("Vary", "Accept-Encoding");
        ctx.contentType(contentType);
        String accepted = ctx.header("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            ctx.header("Content-Encoding", "gzip").result(zipped);
        } else {
            ctx.header("Content-Encoding", "identity").result(content);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The design system's own typeface is licensed to GOV.UK alone. */
    private static byte[] ourType(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.replaceAll("@font-face\\{[^}]*}", "")
                .replaceAll("(?i)\"?GDS Transport\"?\\s*,\\s*arial\\s*,\\s*sans-serif", SYSTEM_TYPE)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String version(byte[] content) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(sum, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] zip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
