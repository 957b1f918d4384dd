package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

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

    /** POST /search */
    void find(Visit visit) {
        String typed = visit.field("what");
        List<Found> found = work.jdbi().inTransaction(handle -> {
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
        visit.show(TEMPLATES.search(visit.page("Search"), typed, Optional.of(found), visit.now()));
    }

    /** Where a case was found, in words. */
    public static String matched(Found found) {
        String places = found.matched().stream()
                .map(match -> match.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return (found.exact() ? "Found in: " : "Like it in: ") + places;
    }
}
