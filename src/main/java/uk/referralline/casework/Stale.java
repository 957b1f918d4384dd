package uk.referralline.casework;

import java.util.List;

/** The case was changed after somebody had read it, so their change was not made. It tells what was changed and by whom. */
public final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<CaseEvent> since;

    Stale(CaseId id, List<CaseEvent> since) {
        super("Case row %d was changed in the meantime.".formatted(id.value()));
        this.since = List.copyOf(since);
    }

    /** What happened since, the oldest first; empty when a caller changed it by a call. */
    public List<CaseEvent> since() {
        return since;
    }
}
