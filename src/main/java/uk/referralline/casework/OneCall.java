package uk.referralline.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.AdvocateId;

/**
 * A person waits for one call, however many of their cases they asked on: on that where they asked last, on the number they gave last,
 * and for no longer than was promised on any. The other promises are held by that one: they end with it, and are promised again (law
 * L4) when it turns out to be somebody else's. This tells anew which of them is made, once it has changed who is one person.
 */
final class OneCall {
    private final AskedCallDao dao;
    private final CaseLog log;
    private final Optional<AdvocateId> who;
    private final Instant at;
    private final Map<Long, AskedCall> calls = new TreeMap<>();
    private final Set<CaseId> again = new LinkedHashSet<>();
    private final List<CaseId> moved = new ArrayList<>();
    private final Set<CaseId> closed = new LinkedHashSet<>();

    private OneCall(Handle handle, Optional<AdvocateId> who, Instant at) {
        this.dao = handle.attach(AskedCallDao.class);
        this.log = new CaseLog(handle);
        this.who = who;
        this.at = at;
    }

    /**
     * Of all cases of the persons of these two, which are locked; they may be one person or two by now.
     *
     * @param reason why, for cases on which a call is promised again
     */
    static Calls settle(Handle handle, CaseId one, CaseId other, By by, String reason) {
        return new OneCall(handle, Optional.of(by.advocate()), by.at()).settled(one, other, reason);
    }

    /** Of all cases of the person of this one, which are locked, once a call of theirs has ended by an advocate's hand. */
    static Calls ended(Handle handle, CaseId id, By by, String reason) {
        return settle(handle, id, id, by, reason);
    }

    /** The same, by the line itself. */
    static Calls ended(Handle handle, CaseId id, Instant at, String reason) {
        return new OneCall(handle, Optional.empty(), at).settled(id, id, reason);
    }

    private Calls settled(CaseId one, CaseId other, String reason) {
        dao.calls(one, other).forEach(each -> calls.put(each.id(), each));
        dropAstray();
        free().forEach(this::place);
        gather();
        hurry();
        Change promised = Change.of(CaseEvent.Kind.CALLBACK_PROMISED).because(reason);
        again.forEach(each -> log.changed(who, at, each, promised));
        return new Calls(List.copyOf(again), moved, List.copyOf(closed));
    }

    private List<AskedCall> all() {
        return List.copyOf(calls.values());
    }

    private void dropAstray() {
        for (AskedCall each : all()) {
            if (each.isToBeDropped()) {
                dao.end(each.id(), AskedCall.DROPPED, Optional.empty(), at);
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
                hold(each);
                if (isUnanswered(each)) {
                    unanswered(each).ifPresent(free::add);
                }
            }
        }
        free.sort(Comparator.comparing((AskedCall each) -> !each.caseId().equals(each.goesOn()))
                .thenComparing(Comparator.comparing(AskedCall::id).reversed()));
        return free;
    }

    /** By the nearest of those that hold it which is the same person's still. */
    private void hold(AskedCall call) {
        Optional<Long> nearest = holders(call).map(AskedCall::id).findFirst();
        nearest.filter(id -> !call.heldBy().equals(Optional.of(id))).ifPresent(id -> {
            dao.hold(call.id(), id);
            calls.put(call.id(), call.ended(call.outcome().orElseThrow(), nearest));
        });
    }

    private Stream<AskedCall> holders(AskedCall call) {
        return Stream.iterate(holding(call), Optional::isPresent, holder -> holder.flatMap(this::holding))
                .flatMap(Optional::stream)
                .filter(each -> !each.isDropped() && each.person().equals(call.person()));
    }

    /** Whatever the case was promised later stands for what was promised on it before. */
    private boolean isUnanswered(AskedCall call) {
        boolean last = calls.values().stream()
                .noneMatch(each -> each.id() > call.id() && each.caseId().equals(call.caseId()) && !each.isDropped());
        return last
                && holders(call)
                        .reduce((near, far) -> far)
                        .filter(answer -> answer.answers(call))
                        .isEmpty();
    }

    /** A case that an advocate has closed is not opened by itself: they are told. */
    private Optional<AskedCall> unanswered(AskedCall call) {
        if (!call.caseOpen()) {
            closed.add(call.goesOn());
        }
        return Optional.of(call).filter(AskedCall::caseOpen);
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
        dao.end(call.id(), outcome, holder, at);
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
        log.changed(
                who, at, call.caseId(), Change.of(CaseEvent.Kind.CALLBACK_MOVED).to(row(kept.caseId())));
        log.changed(
                who,
                at,
                kept.caseId(),
                Change.of(CaseEvent.Kind.CALLBACK_JOINED).to(row(call.caseId())));
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
