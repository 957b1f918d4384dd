package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.call.CallLog;
import uk.referralline.call.CallSid;
import uk.referralline.call.CallStory;

/** The calls on the line, and what was said on each. */
public final class CallPages {
    private static final int ON_A_PAGE = 50;

    private final Jdbi jdbi;
    private final CallStory stories;
    private final CallLog log = new CallLog();

    public CallPages(Jdbi jdbi, CallStory stories) {
        this.jdbi = jdbi;
        this.stories = stories;
    }

    /** A call and what was said on it. */
    private record Read(CallLog.Entry call, List<CallStory.Told> story) {}

    /** GET /calls */
    void list(Visit visit) {
        Optional<CallSid> before = CallSid.of(visit.query("before"));
        List<CallLog.Entry> calls = jdbi.withHandle(handle -> log.newest(handle, before, ON_A_PAGE + 1));
        List<CallLog.Entry> shown = calls.stream().limit(ON_A_PAGE).toList();
        String older = calls.size() > ON_A_PAGE ? shown.get(ON_A_PAGE - 1).sid().value() : null;
        visit.show(TEMPLATES.calls(visit.page("Calls"), shown, before.isPresent(), older));
    }

    /** GET /calls/{sid} */
    void show(Visit visit) {
        CallSid.of(visit.context().pathParam("sid"))
                .flatMap(sid -> read(sid, visit))
                .ifPresentOrElse(
                        read -> visit.show(TEMPLATES.call(visit.page(title(read.call())), read.call(), read.story())),
                        () -> ErrorPages.missing(visit));
    }

    private static String title(CallLog.Entry call) {
        return "Call on " + Times.dateAndTime(call.beganAt());
    }

    private static Entry viewed(CallLog.Entry call, Visit visit) {
        var subject = Subject.of("call", call.sid().value());
        return Entry.of(Actor.advocate(visit.person().id()), Action.VIEW, subject, visit.now());
    }

    /** What was said on a call, for whoever may read its case. */
    List<CallStory.Told> story(Handle handle, CallSid sid) {
        return stories.of(handle, sid);
    }

    /** Whoever reads what somebody told us leaves a trace. */
    private Optional<Read> read(CallSid sid, Visit visit) {
        return jdbi.inTransaction(handle -> {
            Optional<CallLog.Entry> call = log.find(handle, sid);
            call.ifPresent(found -> Audit.note(handle, viewed(found, visit)));
            return call.map(found -> new Read(found, stories.of(handle, sid)));
        });
    }
}
