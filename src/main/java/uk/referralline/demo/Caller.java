package uk.referralline.demo;

import java.time.Duration;
import uk.referralline.call.CallSid;
import uk.referralline.call.CallStatus;
import uk.referralline.call.Spoken;
import uk.referralline.casework.CaseId;
import uk.referralline.ivr.Input;
import uk.referralline.number.CallerId;
import uk.referralline.recording.RecordingSid;
import uk.referralline.recording.RecordingStatus;

/** Plays invented calls on the line, key by key. */
final class Caller {
    private static final Duration BETWEEN_KEYS = Duration.ofSeconds(4);
    private static final String SPEAKS = "say";

    private final Week.Line line;
    private final PastClock clock;
    private final Sids sids;

    Caller(Week.Line line, PastClock clock, Sids sids) {
        this.line = line;
        this.clock = clock;
        this.sids = sids;
    }

    /**
     * A whole call, until the caller hangs up.
     *
     * @param from E.164, or {@code anonymous}
     * @param keys what they press, such as {@code 1 07700900123# say #}; {@code say} leaves a message
     * @return the case it belongs to at its end
     */
    CaseId calls(String from, String keys) {
        var sid = new CallSid(sids.next("CA"));
        Spoken spoken = line.calls().begin(sid, CallerId.of(from, line.plan()));
        for (String key : keys.isBlank() ? new String[0] : keys.strip().split(" +")) {
            clock.pass(BETWEEN_KEYS);
            spoken = key.equals(SPEAKS) ? speaks(sid, spoken) : line.calls().advance(sid, spoken.turn(), digits(key));
        }
        clock.pass(BETWEEN_KEYS);
        line.calls().heard(sid, CallStatus.COMPLETED);
        return caseOf(sid);
    }

    private static Input digits(String key) {
        boolean ended = key.length() > 1 && key.endsWith("#");
        return new Input.Digits(ended ? key.substring(0, key.length() - 1) : key);
    }

    private Spoken speaks(CallSid call, Spoken spoken) {
        int seconds = sids.chance().nextInt(4, 28);
        clock.pass(Duration.ofSeconds(seconds));
        var recording = new RecordingSid(sids.next("RE"));
        Spoken next = line.calls().advance(call, spoken.turn(), new Input.Recorded(recording.value(), seconds));
        line.recordings().heard(recording, call.value(), RecordingStatus.COMPLETED, seconds);
        return next;
    }

    private CaseId caseOf(CallSid sid) {
        return line.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT case_id FROM call WHERE sid = :sid")
                        .bind("sid", sid)
                        .mapTo(CaseId.class)
                        .one());
    }
}
