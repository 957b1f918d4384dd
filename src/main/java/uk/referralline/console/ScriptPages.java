package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.audit.Subject;
import uk.referralline.call.ScriptHistory;
import uk.referralline.call.ScriptHistory.Kept;
import uk.referralline.draw.Diagram;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptMap;

/** The call script to read: what callers hear now, its picture, its versions and what the check says. */
public final class ScriptPages {
    /** The picture draws its own colours; nothing else may be in it, and it may do nothing. */
    private static final String PICTURE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static final Map<String, String> CHANGES = Map.of("+", "added", "-", "removed", "@", "place");

    private final ScriptBook book;
    private final Jdbi jdbi;
    private final ScriptHistory history;
    private final AtomicReference<Drawn> drawn = new AtomicReference<>(new Drawn("", ""));

    public ScriptPages(ScriptBook book, Jdbi jdbi) {
        this.book = book;
        this.jdbi = jdbi;
        this.history = new ScriptHistory(jdbi);
    }

    /** Drawing takes a while: each version is drawn once. */
    private record Drawn(String hash, String svg) {}

    /** What changed between two versions. @param lines of a unified diff */
    public record Comparison(Kept from, Kept to, List<String> lines) {}

    /** GET /scripts */
    void show(Visit visit) {
        visit.show(TEMPLATES.scripts(
                visit.page("Scripts"),
                history.uses(),
                book.checked(),
                book.current(),
                ConsoleRoutes.SETTERS.contains(visit.person().role())));
    }

    /** POST /scripts/reload: at once, rather than within seconds. */
    void reload(Visit visit) {
        book.reload();
        jdbi.useTransaction(handle -> Trail.set(handle, visit, Subject.of("script", "folder"), "reloaded"));
        visit.go(
                "/scripts",
                book.checked().refused().isPresent()
                        ? "The edit is not used: it has a mistake"
                        : "New calls hear the folder as it is now");
    }

    /** GET /scripts/words: every step, in one language. */
    void words(Visit visit) {
        Script script = book.current();
        String language = visit.query("language").isEmpty() ? Script.FIRST_LANGUAGE : visit.query("language");
        if (!script.languages().containsKey(language)) {
            ErrorPages.missing(visit);
            return;
        }
        Page page = visit.page("The call script in words");
        visit.show(TEMPLATES.scriptWords(page, script, ScriptMap.of(script, language), language));
    }

    /** GET /scripts/diagram */
    void diagram(Visit visit) {
        visit.show(TEMPLATES.scriptDiagram(visit.page("The call script as a picture")));
    }

    /** GET /scripts/diagram.svg */
    void picture(Visit visit) {
        Script script = book.current();
        Drawn now = drawn.updateAndGet(last -> last.hash().equals(script.hash())
                ? last
                : new Drawn(script.hash(), Diagram.of(script).svg()));
        visit.context()
                .header("Content-Security-Policy", PICTURE)
                .contentType("image/svg+xml; charset=utf-8")
                .result(now.svg());
    }

    /** GET /scripts/compare: two versions, or else the current one and that before. */
    void compare(Visit visit) {
        List<Kept> versions = history.versions();
        Page page = visit.page("What changed in the call script");
        if (versions.size() < 2 && visit.query("from").isEmpty()) {
            visit.show(TEMPLATES.scriptCompare(page, versions, Optional.empty()));
            return;
        }
        Optional<Kept> from = chosen(versions, visit.query("from"), 1);
        Optional<Kept> to = chosen(versions, visit.query("to"), 0);
        if (from.isEmpty() || to.isEmpty()) {
            ErrorPages.missing(visit);
            return;
        }
        String diff = book.diff(files(from.get()), files(to.get()));
        var comparison = new Comparison(from.get(), to.get(), diff.lines().toList());
        visit.show(TEMPLATES.scriptCompare(page, versions, Optional.of(comparison)));
    }

    private static Optional<Kept> chosen(List<Kept> versions, String id, int otherwise) {
        return id.isEmpty()
                ? versions.stream().skip(otherwise).findFirst()
                : versions.stream()
                        .filter(each -> Long.toString(each.id()).equals(id))
                        .findFirst();
    }

    private ScriptFiles files(Kept version) {
        return history.files(version.id()).orElseThrow();
    }

    /** What a step is, in words for a person who never saw the files. */
    public static String kind(ScriptMap.Kind kind) {
        return switch (kind) {
            case SAYS -> "The line says this, and goes on";
            case ASKS -> "The line asks for one key";
            case KEYS_IN -> "The line asks for digits";
            case RECORDS -> "The caller leaves a message";
            case TRANSFERS -> "Somebody on duty is rung";
            case DECIDES -> "The line decides by what it knows; the caller notices nothing";
            case NOTES -> "The line notes something; the caller notices nothing";
            case DOES -> "The line keeps something";
            case ENDS -> "The last words of the call";
        };
    }

    /** A language by its English name. @param tag BCP 47 */
    public static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.UK);
    }

    /** A name of a file's own as people read it: {@code leave-message} is "leave message". */
    public static String plain(String name) {
        return name.replace('-', ' ');
    }

    /** What a line of a diff is; blank for one that did not change. */
    public static String change(String line) {
        return CHANGES.getOrDefault(line.isEmpty() ? " " : line.substring(0, 1), "");
    }
}
