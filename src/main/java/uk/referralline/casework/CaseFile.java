package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.number.PhoneNumber;

/**
 * Everything about one case but its timeline, as it is at one moment. The warnings and numbers of cases that were merged into it
 * are part of it.
 *
 * @param facts the newest of everything that was told, by its name
 * @param elsewhere the call that answers what was promised here, where it is made from another case
 * @param noCall why nobody may call now, in a sentence
 */
public record CaseFile(
        CaseHead head,
        Optional<OpenCallback> callback,
        Optional<CallElsewhere> elsewhere,
        Optional<String> noCall,
        List<Need> needs,
        List<Alert> alerts,
        List<NumberKnown> numbers,
        List<LeftMessage> messages,
        Optional<Referral> referral,
        Map<String, String> facts,
        int openIncidents,
        List<Link> links,
        List<Merge> merges) {

    /** Reads it, in the caller's transaction. */
    public static Optional<CaseFile> read(Handle handle, CaseId id, Instant at) {
        CaseFileDao dao = handle.attach(CaseFileDao.class);
        return dao.head(id, at)
                .map(head -> new CaseFile(
                        head,
                        dao.callback(id),
                        dao.callElsewhere(id),
                        handle.attach(ContactDao.class).obstacle(id).map(ContactDao.Obstacle::sentence),
                        dao.needs(id),
                        dao.alerts(id),
                        dao.numbers(id),
                        dao.messages(id),
                        dao.referral(id),
                        handle.attach(ReferralDao.class).facts(id),
                        dao.openIncidents(id),
                        handle.attach(LinkDao.class).of(id),
                        handle.attach(MergeDao.class).into(id)));
    }

    /** Its first lines alone, for looking whether somebody may read or change it. */
    public static Optional<CaseHead> head(Handle handle, CaseId id, Instant at) {
        return handle.attach(CaseFileDao.class).head(id, at);
    }

    /** The living case with this reference, or else the one that was closed last. */
    public static Optional<CaseId> find(Handle handle, Reference reference) {
        return handle.attach(CaseFileDao.class).byReference(reference);
    }

    /** Never prints anything of the person. */
    @Override
    public String toString() {
        return head.toString();
    }

    /** What the person needs, and in their words where they said more. */
    public record Need(CommunicationNeed need, Optional<String> detail) {}

    /** A safety alert that stands. */
    public record Alert(String reason, Instant raisedAt, Optional<String> raisedBy) {}

    /** A left message. @param seconds long, once the provider has said so */
    public record LeftMessage(
            String sid,
            Optional<String> purpose,
            Optional<Integer> seconds,
            Instant leftAt,
            Optional<Instant> writtenUpAt) {}

    /** What the keypad gave of a referral. */
    public record Referral(
            String role,
            PhoneNumber number,
            Optional<String> extension,
            Optional<String> personStatus,
            Optional<String> agreement,
            Optional<String> urgentDate,
            Instant leftAt,
            Optional<Instant> completedAt) {}
}
