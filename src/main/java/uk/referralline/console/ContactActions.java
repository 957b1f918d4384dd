package uk.referralline.console;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.CommunicationNeed;
import uk.referralline.casework.Desks;
import uk.referralline.casework.NewNumber;
import uk.referralline.casework.Permissions;
import uk.referralline.casework.Refused;
import uk.referralline.number.NumberKind.Dialling;
import uk.referralline.number.PhoneNumber;

/** What an advocate says on a case's page about how, and whether, a person may be reached. */
public final class ContactActions {
    private static final String YES = "yes";

    private final CaseWork work;
    private final Desks desks;
    private final CaseForm form;

    ContactActions(CaseWork work, CaseForm form) {
        this.work = work;
        this.desks = work.desks();
        this.form = form;
    }

    /** POST /case/{id}/need */
    void need(Visit visit) {
        form.act(visit, "need", (handle, edit) -> {
            CommunicationNeed need =
                    CaseForm.chosen(visit, "need", "Choose what the person needs", CommunicationNeed::ofWord);
            Optional<String> detail = Optional.of(visit.field("need-detail")).filter(words -> !words.isEmpty());
            desks.cases().need(handle, edit, need, detail);
            return "Noted: " + need.meaning();
        });
    }

    /** POST /case/{id}/number */
    void number(Visit visit) {
        form.act(visit, "number", (handle, edit) -> {
            PhoneNumber number = number(visit.field("number"));
            var permissions = new Permissions(
                    visit.field("own-phone").equals(YES),
                    visit.field("may-leave-message").equals(YES),
                    visit.field("own-phone").equals(YES)
                            && visit.field("may-text").equals(YES));
            var changed =
                    new NewNumber(number, permissions, visit.field("promise").equals(YES));
            moved(handle, visit, desks.cases().number(handle, edit, changed));
            return "The number is changed, with what you ticked and nothing else";
        });
    }

    /** POST /case/{id}/promise */
    void promise(Visit visit) {
        form.act(visit, "known-number", (handle, edit) -> {
            moved(handle, visit, desks.cases().promise(handle, edit, number(visit.field("known-number"))));
            return "A call is promised";
        });
    }

    private static void moved(Handle handle, Visit visit, List<CaseId> insteadOf) {
        insteadOf.forEach(linked -> Trail.changed(handle, visit, linked, "callback-moved"));
    }

    /** POST /case/{id}/alert */
    void alert(Visit visit) {
        form.act(visit, "alert", (handle, edit) -> {
            desks.safety().raise(handle, edit.id(), edit.by(), visit.field("alert")).stream()
                    .filter(each -> !each.equals(edit.id()))
                    .forEach(linked -> Trail.changed(handle, visit, linked, "alert"));
            return "Nobody calls or texts about this case now";
        });
    }

    /** POST /case/{id}/lift */
    void lift(Visit visit) {
        form.act(visit, "lift", (handle, edit) -> {
            desks.safety().lift(handle, edit, visit.field("lift"));
            return "The safety alert is lifted";
        });
    }

    /** POST /case/{id}/settle */
    void settle(Visit visit) {
        form.act(visit, "settle", (handle, edit) -> {
            desks.safety().settle(handle, edit, visit.field("settle"));
            return "The incident is settled";
        });
    }

    /** POST /case/{id}/withdraw-need */
    void withdrawNeed(Visit visit) {
        form.act(visit, "withdraw-need-why", (handle, edit) -> {
            CommunicationNeed need =
                    CaseForm.chosen(visit, "withdraw-need", "Choose the need", CommunicationNeed::ofWord);
            moved(handle, visit, desks.cases().withdrawNeed(handle, edit, need, visit.field("withdraw-need-why")));
            return "The need is taken back";
        });
    }

    /** POST /case/{id}/unblock */
    void unblock(Visit visit) {
        form.act(visit, "unblock-why", (handle, edit) -> {
            desks.safety().unblock(handle, edit, number(visit.field("blocked")), visit.field("unblock-why"));
            return "This number may be called again, on every case";
        });
    }

    private PhoneNumber number(String typed) {
        return work.plan()
                .keyed(typed.replaceAll("[\\s()-]", "").replaceFirst("^\\+44", "0"))
                .filter(number -> work.plan().kind(number).mayCall() != Dialling.NEVER)
                .orElseThrow(
                        () -> new Refused(
                                "This is no number that we may call: check it. Numbers that begin with 070, 084, 087 or 09 cost too much."));
    }
}
