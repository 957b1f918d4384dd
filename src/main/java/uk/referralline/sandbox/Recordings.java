package uk.referralline.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every recording that was made and not deleted. */
final class Recordings {

    private final Sids sids;
    private final Map<String, SandboxRecording> bySid = new LinkedHashMap<>();

    Recordings(Sids sids) {
        this.sids = sids;
    }

    synchronized SandboxRecording begin(CallFacts call, Instant now) {
        var recording = new SandboxRecording(sids.next("RE"), call.parent().orElse(call.sid()), now);
        bySid.put(recording.sid(), recording);
        return recording;
    }

    synchronized void keep(SandboxRecording recording) {
        bySid.putIfAbsent(recording.sid(), recording);
    }

    synchronized Optional<SandboxRecording> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    /** Oldest first. */
    synchronized List<SandboxRecording> all() {
        return List.copyOf(bySid.values());
    }

    synchronized boolean delete(String sid) {
        return bySid.remove(sid) != null;
    }
}
