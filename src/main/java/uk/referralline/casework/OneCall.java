package uk.referralline.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A person waits for one call, however many of their cases they asked on: on that where they asked last, on the number they gave last,
 * and for no longer than was promised on any. The other promises are held by that one: they end with it, and are promised again (law
 * L4) when it turns out to be somebody else's. This tells anew which of them is made, once it has changed who is one person.
 */
final class OneCall {
    private final AskedCallDao dao;
    private final CaseLog log;
    private final By by;
    private final Map<Long, AskedCall> calls = new TreeMap<>();
    private final Set<CaseId> again = new LinkedHashSet<>();
    private final List<CaseId> moved = new ArrayList<>();

    private OneCall(Handle handle, By by) {
        this.dao = handle.attach(AskedCallDao.class);
        this.log = new CaseLog(handle);
        this.by = by;
    }

    /**
     * Of all cases of the persons of these two, which are locked; they may be one person or two by now.
     *
     * @param reason why, for cases on which a call is promised again
     */
    static Calls settle(Handle handle, CaseId one, CaseId other, By by, String reason) {
        var call = new OneCall(handle, by);
        call.dao.calls(one, other).forEach(each -> call.calls.put(each.id(), each));
        call.dropAstray();
        List<AskedCall> free = call.free();
        free.forEach(call::place);
        call.gather();
        call.hurry();
        Change promised = Change.of(CaseEvent.Kind.CALLBACK_PROMISED).because(reason);
        call.again.forEach(each -> call.log.changed(by, each, promised));
        return new Calls(List.copyOf(call.again), call.moved);
    }

    private List<AskedCall> all() {
        return List.copyOf(calls.values());
    }

    private void dropAstray() {
        for (AskedCall each : all()) {
            if (each.astray() && (each.open() || each.heldBy().isPresent())) {
                dao.end(each.id(), AskedCall.DROPPED, Optional.empty(), by.at());
                calls.put(each.id(), each.dropped());
            }
        }
    }

    /** Those that nothing answers any more. The newest of a case itself comes before those of cases that were merged into it. */
    private List<AskedCall> free() {
        List<AskedCall> free = new ArrayList<>();
        for (AskedCall each : all()) {
            if (each.isFree()) {
                free.add(each);
            } else if (each.heldBy().isPresent() && !each.isDropped()) {
                Optional<Long> holder = holder(each);
                holder.filter(id -> !each.heldBy().equals(Optional.of(id))).ifPresent(id -> {
                    dao.hold(each.id(), id);
                    calls.put(each.id(), each.ended(each.outcome().orElseThrow(), holder));
                });
                if (holder.isEmpty() && each.caseOpen()) {
                    free.add(each);
                }
            }
        }
        free.sort(Comparator.comparing((AskedCall each) -> !each.caseId().equals(each.goesOn()))
                .thenComparing(Comparator.comparing(AskedCall::id).reversed()));
        return free;
    }

    /** The nearest of those that hold it which is the same person's still. */
    private Optional<Long> holder(AskedCall call) {
        Optional<AskedCall> next = call.heldBy().map(calls::get);
        while (next.filter(each -> each.isDropped() || !each.person().equals(call.person()))
                .isPresent()) {
            next = next.get().heldBy().map(calls::get);
        }
        return next.map(AskedCall::id);
    }

    private void place(AskedCall call) {
        Optional<AskedCall> there = openOn(call.goesOn());
        if (call.noPhone()) {
            end(call, AskedCall.NO_PHONE, Optional.empty());
        } else if (there.isPresent()) {
            end(call, held(call), Optional.of(there.get().id()));
        } else if (call.caseId().equals(call.goesOn())) {
            dao.reopen(call.id());
            calls.put(call.id(), call.opened());
            again.add(call.caseId());
        } else {
            long copy = dao.copy(call.id(), call.goesOn());
            calls.put(copy, call.copied(copy));
            end(call, AskedCall.MERGED, Optional.of(copy));
            if (!call.open()) {
                again.add(call.goesOn());
            }
        }
    }

    private static String held(AskedCall call) {
        return call.caseId().equals(call.goesOn()) ? AskedCall.MOVED : AskedCall.MERGED;
    }

    private Optional<AskedCall> openOn(CaseId id) {
        return calls.values().stream()
                .filter(each -> each.open() && each.caseId().equals(id))
                .findFirst();
    }

    private void end(AskedCall call, String outcome, Optional<Long> holder) {
        dao.end(call.id(), outcome, holder, by.at());
        calls.put(call.id(), call.ended(outcome, holder));
    }

    /** Who waits on several of their cases waits where they asked last. */
    private void gather() {
        Map<CaseId, List<AskedCall>> persons =
                all().stream().filter(AskedCall::open).collect(Collectors.groupingBy(AskedCall::person));
        for (List<AskedCall> open : persons.values()) {
            AskedCall kept = open.stream()
                    .max(Comparator.comparing(AskedCall::askedLast).thenComparing(AskedCall::id))
                    .orElseThrow();
            open.stream().filter(each -> each != kept).forEach(each -> move(each, kept));
        }
    }

    private void move(AskedCall call, AskedCall kept) {
        end(call, AskedCall.MOVED, Optional.of(kept.id()));
        log.changed(by, call.caseId(), Change.of(CaseEvent.Kind.CALLBACK_MOVED).to(row(kept.caseId())));
        log.changed(by, kept.caseId(), Change.of(CaseEvent.Kind.CALLBACK_JOINED).to(row(call.caseId())));
        moved.add(call.caseId());
        again.remove(call.caseId());
    }

    private static String row(CaseId id) {
        return Long.toString(id.value());
    }

    private void hurry() {
        for (AskedCall each : all()) {
            if (each.open()) {
                List<AskedCall> held = all().stream()
                        .filter(one -> !one.isDropped() && root(one).id() == each.id())
                        .toList();
                dao.due(
                        each.id(),
                        held.stream()
                                .map(AskedCall::promised)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        held.stream().flatMap(AskedCall::due).min(Comparator.naturalOrder()));
            }
        }
    }

    private AskedCall root(AskedCall call) {
        AskedCall root = call;
        for (Optional<AskedCall> next = holding(root); next.isPresent(); next = holding(root)) {
            root = next.get();
        }
        return root;
    }

    private Optional<AskedCall> holding(AskedCall call) {
        return call.heldBy().map(calls::get);
    }
}
