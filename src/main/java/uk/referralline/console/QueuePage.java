package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.referralline.casework.By;
import uk.referralline.casework.Claim;
import uk.referralline.casework.Queue;
import uk.referralline.casework.Waiting;

/** What waits for an advocate: overdue first, then what is due next. */
public final class QueuePage {
    private static final int SIZE = 50;
    private static final int MOST_PAGES = 400;

    private final CaseWork work;
    private final Queue queue = new Queue();

    public QueuePage(CaseWork work) {
        this.work = work;
    }

    /**
     * One page of the queue.
     *
     * @param number of the page, from 1
     */
    public record View(Queue.Part part, int number, List<Waiting> rows, Queue.Counts counts) {

        public boolean hasMore() {
            return rows.size() == SIZE;
        }

        /** The address of this list. */
        public String path(int page) {
            return "/queue?part=" + word(part) + "&page=" + page;
        }

        /** A part as addresses have it. */
        public static String word(Queue.Part part) {
            return part.name().toLowerCase(Locale.ROOT);
        }
    }

    /** GET /queue */
    void show(Visit visit) {
        visit.show(TEMPLATES.queue(visit.page("Queue"), view(visit), visit.now(), visit.person()));
    }

    /** GET /queue/rows: the list alone, for a page that keeps itself up to date. */
    void rows(Visit visit) {
        visit.show(TEMPLATES.partQueueRows(visit.page("Queue"), view(visit), visit.now(), visit.person()));
    }

    private View view(Visit visit) {
        Queue.Part part = part(visit.query("part"));
        int number = number(visit.query("page"));
        var asked = new Queue.Asked(part, visit.person().id(), visit.now(), number - 1, SIZE);
        return work.jdbi()
                .inTransaction(
                        handle -> new View(part, number, queue.read(handle, asked), queue.count(handle, visit.now())));
    }

    private static Queue.Part part(String word) {
        return switch (word) {
            case "mine" -> Queue.Part.MINE;
            case "free" -> Queue.Part.FREE;
            default -> Queue.Part.ALL;
        };
    }

    private static int number(String typed) {
        return typed.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(typed), MOST_PAGES) : 1;
    }

    /** POST /queue/next: gives the advocate the case that is due first of those nobody deals with. */
    void next(Visit visit) {
        var by = new By(visit.person().id(), visit.now());
        Optional<Claim> claim = work.jdbi().inTransaction(handle -> {
            Optional<Claim> given = work.desks().claims().claimNext(handle, by);
            given.ifPresent(each -> Trail.changed(handle, visit, each.caseId(), "claimed"));
            return given;
        });
        claim.ifPresentOrElse(
                given -> visit.go("/case/" + given.caseId().value(), "This case is yours to deal with now"),
                () -> visit.go("/queue", "Nobody waits who is not being dealt with"));
    }
}
