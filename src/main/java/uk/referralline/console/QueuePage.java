package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

/** What waits for an advocate. */
public final class QueuePage {

    /** GET /queue */
    void show(Visit visit) {
        visit.show(TEMPLATES.queue(visit.page("Queue")));
    }
}
