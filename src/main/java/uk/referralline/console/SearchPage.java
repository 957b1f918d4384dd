package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.casework.Found;
import uk.referralline.casework.Search;

/**
 * Finds cases. What is typed is sent in the body and never in the address, as it may be a person's number or name (law L7).
 */
public final class SearchPage {
    private final CaseWork work;
    private final Search search;

    public SearchPage(CaseWork work) {
        this.work = work;
        this.search = new Search(work.plan());
    }

    /** GET /search */
    void show(Visit visit) {
        visit.show(TEMPLATES.search(visit.page("Search"), "", Optional.empty(), visit.now()));
    }

    /** POST /search: what was found has an address of its own, so that going back to it shows it again. */
    void find(Visit visit) {
        String typed = visit.field("what");
        Optional<String> refusal = Search.refusal(typed);
        if (refusal.isPresent()) {
            Page page = visit.page("Search").with(Errors.of("what", refusal.get()));
            visit.show(HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATES.search(page, typed, Optional.empty(), visit.now()));
            return;
        }
        visit.seek(typed);
        visit.go("/search/found");
    }

    /** GET /search/found: what was looked for last. */
    void found(Visit visit) {
        Optional<String> sought = visit.sought();
        Optional<List<Found>> found = sought.map(typed -> find(visit, typed));
        visit.show(TEMPLATES.search(visit.page("Search results"), sought.orElse(""), found, visit.now()));
    }

    private List<Found> find(Visit visit, String typed) {
        return work.jdbi().inTransaction(handle -> {
            List<Found> cases = search.find(handle, typed);
            Audit.note(
                    handle,
                    Entry.of(
                            Actor.advocate(visit.person().id()),
                            Action.SEARCH,
                            Subject.of("list", "cases"),
                            visit.now()));
            return cases;
        });
    }

    /** Where a case was found, in words. */
    public static String matched(Found found) {
        String places = found.matched().stream()
                .map(match -> match.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return (found.exact() ? "Found in: " : "Like it in: ") + places;
    }
}
