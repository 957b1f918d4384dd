package uk.referralline;

import java.util.Map;
import uk.referralline.casework.Casework;
import uk.referralline.escalation.AlertRules;
import uk.referralline.escalation.AlertTexts;
import uk.referralline.escalation.Escalation;
import uk.referralline.escalation.Lookout;
import uk.referralline.escalation.StaffTexts;
import uk.referralline.outbox.Carrier;
import uk.referralline.outbox.Worker;
import uk.referralline.recording.Deletion;
import uk.referralline.recording.Recordings;
import uk.referralline.sms.CallerTexts;
import uk.referralline.sms.Suppressions;
import uk.referralline.sms.TextRules;
import uk.referralline.sms.Texts;
import uk.referralline.twilio.TwilioRecordings;

/** What a node does by itself: it keeps promises, sends what waits, and tells staff of what nobody takes. */
record Backstage(
        Casework casework,
        Recordings recordings,
        Suppressions suppressions,
        Texts texts,
        AlertTexts alerts,
        Worker worker,
        Lookout lookout) {

    static Backstage of(Basis basis) {
        CurrentFolder folder = basis.folder();
        var casework = new Casework(folder::dueTimes, folder::eligibility, basis.chance());
        var recordings = new Recordings(basis.jdbi(), casework, basis.clock());
        var suppressions = new Suppressions();
        var texts = new Texts(basis.jdbi(), folder::texts, folder::quietHours, basis.clock());
        var alerts = new AlertTexts(basis.jdbi(), folder::texts, basis.clock());
        var told = new Escalation.Folder(folder::hours, folder::escalation);
        Carrier toCallers = CallerTexts.carrier(
                basis.jdbi(),
                texts,
                new TextRules(basis.plan(), suppressions),
                basis.provider().texts());
        Carrier toStaff = StaffTexts.carrier(
                basis.jdbi(),
                alerts,
                new AlertRules(told, basis.plan()),
                basis.provider().texts());
        var deletion = new Deletion(new TwilioRecordings(basis.provider().rest()));
        var worker = new Worker(
                basis.jdbi(),
                Map.of(Texts.JOB, toCallers, AlertTexts.JOB, toStaff, Deletion.JOB, deletion),
                basis.clock(),
                basis.chance());
        var escalation = new Escalation(basis.jdbi(), told, basis.plan(), alerts);
        var lookout = new Lookout(basis.database().dataSource(), () -> look(escalation, worker), basis.clock());
        return new Backstage(casework, recordings, suppressions, texts, alerts, worker, lookout);
    }

    private static void look(Escalation escalation, Worker worker) {
        escalation.look();
        worker.nudge();
    }
}
