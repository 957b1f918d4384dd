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
import uk.referralline.casework.CaseFile;
import uk.referralline.casework.CaseHead;
import uk.referralline.casework.NeedToKnow;

/** The calls on the line, and what was said on each. */
public final class CallPages {
    private static final int ON_A_PAGE = 50;

    private final Jdbi jdbi;
    private final CallStory stories;
    private final CallLog log = new CallLog();
    private final NeedToKnow needToKnow = new NeedToKnow();

    public CallPages(Jdbi jdbi, CallStory stories) {
        this.jdbi = jdbi;
        this.stories = stories;
    }

    /** GET /calls */
    void list(Visit visit) {
        Optional<CallSid> before = CallSid.of(visit.query("before"));
        List<CallLog.Entry> calls = jdbi.withHandle(handle -> log.newest(handle, before, ON_A_PAGE + 1));
        List<CallLog.Entry> shown = calls.stream().limit(ON_A_PAGE).toList();
        String older = calls.size() > ON_A_PAGE ? shown.get(ON_A_PAGE - 1).sid().value() : null;
        visit.show(TEMPLATES.calls(visit.page("Calls"), shown, before.isPresent(), older));
    }

    /** GET /calls/{sid}: for whoever may read the case that it belongs to. Whoever reads what somebody told us leaves a trace. */
    void show(Visit visit) {
        Optional<CallSid> sid = CallSid.of(visit.context().pathParam("sid"));
        jdbi.useTransaction(handle -> sid.flatMap(each -> log.find(handle, each))
                .ifPresentOrElse(call -> show(handle, visit, call), () -> ErrorPages.missing(visit)));
    }

    private void show(Handle handle, Visit visit, CallLog.Entry call) {
        CaseHead head = CaseFile.head(handle, call.caseId(), visit.now()).orElseThrow();
        if (!needToKnow.mayRead(handle, head, visit.person(), visit.now())) {
            CasePage.ask(visit, head, Errors.NONE);
            return;
        }
        boolean erased = head.erased();
        visit.show(
                TEMPLATES.call(visit.page(title(call)), call, erased, erased ? List.of() : story(handle, call.sid())));
        Audit.note(handle, viewed(call, visit));
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
}
