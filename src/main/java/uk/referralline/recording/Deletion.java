package uk.referralline.recording;

import java.time.Instant;
import java.util.Map;
import uk.referralline.outbox.Carrier;
import uk.referralline.outbox.Job;
import uk.referralline.outbox.NewJob;
import uk.referralline.outbox.Outcome;

/** Deletes a recording at the provider. Deleting twice is deleting once, so an unclear answer is simply asked again. */
public record Deletion(RecordingStore provider) implements Carrier {
    /** The kind of its jobs. */
    public static final String JOB = "delete-recording";

    private static final String SID = "sid";

    static NewJob of(RecordingSid sid, Instant at) {
        return new NewJob(JOB, JOB + " " + sid.value(), Map.of(SID, sid.value()), at);
    }

    @Override
    public Outcome carry(Job job) {
        return provider.delete(new RecordingSid(job.payload().get(SID))) ? new Outcome.Done() : new Outcome.TryAgain();
    }

    @Override
    public Outcome settle(Job job) {
        return carry(job);
    }

    /** Where recordings are until we have them. */
    public interface RecordingStore {
        /** True when it is gone, also when it was not there; false when it is worth trying again. */
        boolean delete(RecordingSid sid);
    }
}
