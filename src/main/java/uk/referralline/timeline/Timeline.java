package uk.referralline.timeline;

import java.util.List;
import org.jdbi.v3.core.Handle;
import uk.referralline.casework.CaseId;

/** What happened on a case: calls and what was left on them, texts, attempts, notes and changes; with those merged into it. */
public final class Timeline {
    /** More than anybody reads; the newest are kept. */
    public static final int MOST = 500;

    /** The newest first. */
    public List<Entry> of(Handle handle, CaseId id) {
        return handle.attach(TimelineDao.class).of(id, MOST);
    }
}
