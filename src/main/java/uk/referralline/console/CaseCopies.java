package uk.referralline.console;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import uk.referralline.call.CallSid;
import uk.referralline.call.CallStory;
import uk.referralline.casework.CaseHead;
import uk.referralline.casework.Refused;
import uk.referralline.timeline.Entry;

/**
 * Copies of a case to take out of here, such as for the person who asks what we hold about them (UK GDPR, article 15), or for a
 * service that goes on with the case. A manager makes them, and says why.
 */
final class CaseCopies {
    private static final String WHY = "copy-why";

    private final CasePage page;
    private final CallPages calls;

    CaseCopies(CasePage page, CallPages calls) {
        this.page = page;
        this.calls = calls;
    }

    /** POST /case/{id}/copy: a file of plain text. */
    void take(Visit visit) {
        page.with(visit, (handle, head) -> {
            try {
                give(handle, visit, head, Refused.reason(visit.field(WHY)));
            } catch (Refused refused) {
                var typed = CasePage.Typed.in(visit, Errors.of(WHY, refused.getMessage()), List.of());
                page.show(handle, visit, head.id(), typed);
            }
        });
    }

    private void give(Handle handle, Visit visit, CaseHead head, String why) {
        CaseView view = page.view(handle, visit, head.id(), CasePage.Typed.NOTHING);
        Function<Entry, List<CallStory.Told>> story = entry -> entry.key()
                .filter(key -> entry.kind().equals("call"))
                .flatMap(CallSid::of)
                .map(sid -> calls.story(handle, sid))
                .orElse(List.of());
        String copy = new CaseCopy(view, story).text(why);
        Trail.exported(handle, visit, head.id(), why);
        String name = "case-" + head.reference().digits() + ".txt";
        visit.context()
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType("text/plain; charset=utf-8")
                .result(copy);
    }
}
