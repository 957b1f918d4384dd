package uk.referralline.escalation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.OpeningHours;
import uk.referralline.number.NumberPlan;

/**
 * Tells one person after another of a case that nobody has taken, and of opening hours that nobody covers, until somebody
 * takes it. Each step is taken once, however often and on however many nodes it is looked.
 *
 * <p>Nobody is told anything while the line is closed, not even of what is due soon after the next opening: nobody is on
 * duty then who could act, and what comes in while the line is closed is due only some time after it opens. Those who are
 * on duty at the opening are told at its first minute.
 */
public final class Escalation {
    private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);

    private final Jdbi jdbi;
    private final Folder folder;
    private final Concerns concerns;
    private final Recipients recipients;
    private final AlertTexts texts;
    private final InstantSource clock;
    private final AtomicInteger untold = new AtomicInteger();

    /** What holds at this moment, of the files that people edit. */
    public record Folder(Supplier<OpeningHours> hours, Supplier<EscalationRules> rules) {}

    public Escalation(Jdbi jdbi, Folder folder, NumberPlan plan, AlertTexts texts) {
        this.jdbi = jdbi;
        this.folder = folder;
        this.concerns = new Concerns(folder.hours(), folder.rules());
        this.recipients = new Recipients(plan);
        this.texts = texts;
        this.clock = texts.clock();
    }

    /** Looks once, and takes every step that is due. */
    public void look() {
        Instant now = clock.instant();
        if (!folder.hours().get().openAt(now)) {
            return;
        }
        List<Concern> found = jdbi.inTransaction(handle -> concerns.at(handle, now));
        long nobody = found.stream()
                .filter(concern -> !jdbi.inTransaction(handle -> raise(handle, concern, now)))
                .count();
        if (untold.getAndSet((int) nobody) != nobody && nobody > 0) {
            LOG.warn("{} alerts have nobody to go to: on duty or a manager, with a UK mobile", nobody);
        }
    }

    /** Takes the next step, if it is time for it. With none left, and after somebody took it and let it lie, it begins anew. */
    private boolean raise(Handle handle, Concern concern, Instant now) {
        Optional<AlertDao.Last> last = handle.attach(AlertDao.class).last(concern);
        if (last.isEmpty()) {
            return tell(handle, concern, 0, now);
        }
        AlertDao.Last told = last.get();
        List<Step> steps = folder.rules().get().steps(concern.kind());
        boolean waits = told.step() < steps.size() && waits(told, steps.get(told.step()), now);
        if (!waits && !tell(handle, concern.as(told.subject()), told.step(), now)) {
            concern.anew(told.raisedAt()).ifPresent(anew -> tell(handle, anew, 0, now));
        }
        return true;
    }

    /** The first step after this that tells somebody; one that would tell nobody makes room for the step after it. */
    private boolean tell(Handle handle, Concern concern, int done, Instant now) {
        AlertDao dao = handle.attach(AlertDao.class);
        List<Step> steps = folder.rules().get().steps(concern.kind());
        for (int n = done; n < steps.size(); n++) {
            List<Advocate> people =
                    recipients.of(handle, steps.get(n).tell(), dao.told(concern.kind(), concern.subject()), now);
            if (!people.isEmpty()) {
                dao.raise(concern, n + 1, now).ifPresent(alert -> texts.queue(handle, alert, concern, people));
                return true;
            }
        }
        return false;
    }

    private boolean waits(AlertDao.Last last, Step next, Instant now) {
        return folder.hours().get().after(last.raisedAt(), next.after()).isAfter(now);
    }
}
