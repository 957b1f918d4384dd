package uk.referralline.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every call and call leg since the sandbox started. */
final class Calls {

    private final Map<String, SandboxCall> bySid = new LinkedHashMap<>();

    synchronized void add(SandboxCall call) {
        bySid.put(call.sid(), call);
    }

    synchronized Optional<SandboxCall> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    /** Oldest first. */
    synchronized List<SandboxCall> all() {
        return List.copyOf(bySid.values());
    }
}
