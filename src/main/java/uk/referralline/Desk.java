package uk.referralline;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.call.CallStory;
import uk.referralline.casework.Desks;
import uk.referralline.console.CallPages;
import uk.referralline.console.CaseWork;
import uk.referralline.console.Console;
import uk.referralline.console.DutyPages;
import uk.referralline.console.QueueEvents;
import uk.referralline.console.ScriptPages;
import uk.referralline.console.SettingsPage;
import uk.referralline.console.TextPages;
import uk.referralline.console.Wallboard;
import uk.referralline.console.signin.Demo;
import uk.referralline.console.signin.Door;
import uk.referralline.console.signin.Ground;
import uk.referralline.recording.RecordingSid;
import uk.referralline.twilio.TwilioRecordings;

/** The pages of the people who return the calls, and the door to them. */
record Desk(Door door, QueueEvents queueEvents, Console console) {

    /** @param demo the people of the sandbox */
    static Desk of(Basis basis, Backstage backstage, Optional<Demo> demo) {
        Jdbi jdbi = basis.jdbi();
        CurrentFolder folder = basis.folder();
        var queueEvents = new QueueEvents(jdbi, basis.clock());
        var ground = new Ground(jdbi, basis.clock(), basis.chance(), Audited.signIns("console"));
        var door = new Door(ground, demo);
        var lists = new Console.Lists(
                new CallPages(jdbi, new CallStory(basis.scripts(), basis.plan())),
                new TextPages(jdbi),
                new Wallboard(jdbi),
                new ScriptPages(folder, jdbi),
                new SettingsPage(jdbi, folder));
        var work = Console.Work.of(caseWork(basis, backstage), queueEvents, DutyPages.of(jdbi, folder::hours), lists);
        return new Desk(
                door, queueEvents, new Console(ground, door, basis.config().publicUrl(), work));
    }

    private static CaseWork caseWork(Basis basis, Backstage backstage) {
        CurrentFolder folder = basis.folder();
        var desks = Desks.of(() ->
                new Desks.CaseSettings(folder.dueTimes(), folder.attempts(), folder.eligibility(), folder.urgency()));
        var leftMessages = new TwilioRecordings(basis.provider().rest());
        return new CaseWork(
                basis.jdbi(),
                desks,
                basis.plan(),
                folder::attempts,
                folder::wards,
                sid -> leftMessages.sound(new RecordingSid(sid)),
                (handle, sid, at) -> backstage.recordings().erase(handle, new RecordingSid(sid), at));
    }
}
