package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.sms.TextLog;

/** The texts that went out and came in. */
public final class TextPages {
    private static final int ON_A_PAGE = 50;
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Jdbi jdbi;
    private final TextLog log = new TextLog();

    public TextPages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** GET /texts */
    void sent(Visit visit) {
        Optional<UUID> before = before(visit);
        showSent(visit, "Texts sent", jdbi.withHandle(handle -> log.sent(handle, before, ON_A_PAGE + 1)));
    }

    /** GET /texts/to-look-at */
    void toLookAt(Visit visit) {
        Optional<UUID> before = before(visit);
        showSent(visit, "Texts to look at", jdbi.withHandle(handle -> log.toLookAt(handle, before, ON_A_PAGE + 1)));
    }

    /** GET /texts/received */
    void received(Visit visit) {
        Optional<String> before = Optional.of(visit.query("before")).filter(sid -> !sid.isEmpty());
        List<TextLog.Received> found = jdbi.withHandle(handle -> log.received(handle, before, ON_A_PAGE + 1));
        List<TextLog.Received> shown = found.stream().limit(ON_A_PAGE).toList();
        String older = found.size() > ON_A_PAGE ? shown.get(ON_A_PAGE - 1).sid() : null;
        visit.show(TEMPLATES.textsReceived(visit.page("Texts received"), shown, older));
    }

    private static void showSent(Visit visit, String title, List<TextLog.Sent> found) {
        List<TextLog.Sent> shown = found.stream().limit(ON_A_PAGE).toList();
        String older = found.size() > ON_A_PAGE ? shown.get(ON_A_PAGE - 1).id().toString() : null;
        visit.show(TEMPLATES.textsSent(visit.page(title), shown, older));
    }

    private static Optional<UUID> before(Visit visit) {
        return Optional.of(visit.query("before"))
                .filter(id -> id.matches(UUID_FORM))
                .map(UUID::fromString);
    }
}
