package uk.referralline.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import uk.referralline.number.PhoneNumber;

/**
 * Opens cases and keeps what was promised on them. Everything happens in the caller's transaction, at the caller's time.
 */
public final class Casework {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Supplier<DueTimes> dueTimes;
    private final Supplier<EligibilityRules> eligibility;
    private final RandomGenerator chance;

    /** @param dueTimes and {@code eligibility}: those that hold now, as a promise is made by what holds at its moment */
    public Casework(Supplier<DueTimes> dueTimes, Supplier<EligibilityRules> eligibility, RandomGenerator chance) {
        this.dueTimes = dueTimes;
        this.eligibility = eligibility;
        this.chance = chance;
    }

    /** A new case in the duty queue. Its reference is free among open cases, or the insert fails and is tried again. */
    public OpenedCase open(Handle handle, Instant at) {
        Reference reference = freeReference(handle);
        long id = handle.attach(CaseDao.class).open(reference, dueTimes.get().due(Urgency.U3, at), at);
        return new OpenedCase(new CaseId(id), reference);
    }

    /** The case of somebody who texted us: a person reads it by the next working day. */
    public CaseId openForText(Handle handle, Instant at) {
        CaseId id = open(handle, at).id();
        takeMessage(handle, id, new Asked(Urgency.U2, at));
        return id;
    }

    private Reference freeReference(Handle handle) {
        CaseDao cases = handle.attach(CaseDao.class);
        Reference reference = Reference.random(chance);
        while (cases.isTaken(reference)) {
            reference = Reference.random(chance);
        }
        return reference;
    }

    /**
     * A promise to call a number. One callback a case is open at a time: asked again, the number and permissions are the
     * newer ones, and it is due when the earlier of the two was. On the case of a person who must not be phoned it is a
     * promise of contact by another way, like {@link #requestContact}.
     */
    public Promised requestCallback(
            Handle handle, CaseId id, PhoneNumber number, Permissions permissions, Asked asked) {
        Instant due = dueTimes.get().due(asked.urgency(), asked.at());
        CallbackDao callbacks = handle.attach(CallbackDao.class);
        callbacks.permit(id, number, permissions, asked.at());
        handle.attach(CaseDao.class).promise(id, "self-referral", asked.urgency(), due);
        return new Promised(due, callbacks.request(id, Optional.of(number), Optional.empty(), due, asked.at()));
    }

    /** A promise to call a person on their ward, where they gave no number. @param place a hospital of the script */
    public Promised requestWardCallback(Handle handle, CaseId id, String place, Asked asked) {
        Instant due = dueTimes.get().due(asked.urgency(), asked.at());
        handle.attach(CaseDao.class).promise(id, "self-referral", asked.urgency(), due);
        CallbackDao callbacks = handle.attach(CallbackDao.class);
        return new Promised(due, callbacks.request(id, Optional.empty(), Optional.of(place), due, asked.at()));
    }

    /** A promise to make contact otherwise than by phone; texts go to this number, if they are allowed. */
    public Instant requestContact(Handle handle, CaseId id, PhoneNumber number, Permissions permissions, Asked asked) {
        Instant due = dueTimes.get().due(asked.urgency(), asked.at());
        handle.attach(CallbackDao.class).permit(id, number, permissions, asked.at());
        handle.attach(CaseDao.class).promise(id, "self-referral", asked.urgency(), due);
        return due;
    }

    /**
     * Somebody wants nothing more on this number: every open case that has it gets an alert, which blocks all contact until a
     * person lifts it. Callbacks stay open (law L4): the person may be reached in another way.
     *
     * @return the cases on which that is new
     */
    public List<CaseId> stopContact(Handle handle, PhoneNumber number, Instant at) {
        return handle.attach(CallbackDao.class).alert(number, "asked-us-not-to-call", at);
    }

    /**
     * The caller wants no call about this case; its callback ends with that, and a person closes the case. A form that was open does
     * not promise it again unseen. What the same person asked for on a linked case is not cancelled with it.
     *
     * @return what becomes of the calls that the person was promised on linked cases
     */
    public Calls cancel(Handle handle, CaseId id, Instant at) {
        new OnePerson(handle).lock(id, id);
        handle.attach(CaseDao.class).changed(id);
        handle.attach(CallbackDao.class).cancel(id, at);
        return OneCall.ended(handle, id, at, "The caller cancelled the one on a linked case.");
    }

    /** A message was left: somebody listens to it by the time returned. */
    public Instant takeMessage(Handle handle, CaseId id, Asked asked) {
        Instant due = dueTimes.get().due(asked.urgency(), asked.at());
        handle.attach(CaseDao.class).promise(id, "general", asked.urgency(), due);
        handle.attach(CallbackDao.class).messageLeft(id, asked.at());
        return due;
    }

    /** A professional refers somebody; asked again on the same case, the newer details hold. */
    public Instant openReferral(Handle handle, CaseId id, ReferralDetails details, boolean mayText, Asked asked) {
        Instant due = dueTimes.get().due(asked.urgency(), asked.at());
        var permissions = new Permissions(mayText, false, mayText);
        handle.attach(CallbackDao.class).permit(id, details.number(), permissions, asked.at());
        handle.attach(CaseDao.class).refer(id, details, asked.at());
        handle.attach(CaseDao.class).promise(id, details.kind(), asked.urgency(), due);
        return due;
    }

    /**
     * Judges by the rules of that day whether the person of this case qualifies, and notes it on the case and its referral.
     * Not known does not undo what was known.
     *
     * @param facts answers by the call script's names
     */
    public Eligibility judge(Handle handle, CaseId id, Map<String, String> facts, Instant at) {
        Eligibility judged = eligibility.get().judge(facts, at);
        handle.attach(CaseDao.class).judge(id, judged);
        return judged;
    }

    /**
     * Notes what the person needs. When they must not be phoned, an open callback ends as {@code must-not-be-phoned}; the case
     * stays open and due.
     */
    public void needs(Handle handle, CaseId id, Set<CommunicationNeed> needs, NeedNote note) {
        handle.attach(CaseDao.class).changed(id);
        NeedDao dao = handle.attach(NeedDao.class);
        needs.stream().sorted().forEach(need -> dao.note(id, need, note));
    }

    /** What somebody said they need, before they keyed in the reference of their earlier case, is noted there. */
    public void carryNeeds(Handle handle, CaseId from, CaseId to, String callSid) {
        if (handle.attach(NeedDao.class).carry(from, to, callSid)) {
            handle.attach(CaseDao.class).changed(to);
        }
    }

    /** The caller turned out to speak for somebody else: what they need themselves is not what that person needs. */
    public void dropNeeds(Handle handle, CaseId id, String callSid) {
        handle.attach(NeedDao.class).drop(id, callSid);
    }

    /** The open case with this reference, if there is one. Nobody is told. */
    public Optional<CaseId> find(Handle handle, Reference reference) {
        return handle.attach(CaseDao.class).find(reference);
    }

    /** Ends a case on which nothing is promised, left or received; any other stays open. */
    public void close(Handle handle, CaseId id, String outcome, Instant at) {
        handle.attach(CaseDao.class).close(id, outcome, at);
    }

    /** Something arrived on a case that had been ended: it is open again, and due; not one whose person said no. */
    public void reopen(Handle handle, CaseId id, Instant at) {
        handle.attach(CaseDao.class).reopen(id, dueTimes.get().due(Urgency.U2, at));
    }

    /** One more of something that is counted without identity, on the day it is in England. */
    public void count(Handle handle, String name, Instant at) {
        handle.attach(CaseDao.class).count(name, LocalDate.ofInstant(at, LONDON));
    }

    /**
     * A call that was promised.
     *
     * @param due by when, as the caller may be told
     * @param insteadOf linked cases on which the same person waited for a call until now
     */
    public record Promised(Instant due, List<CaseId> insteadOf) {}

    /** How urgent, and when it was asked. */
    public record Asked(Urgency urgency, Instant at) {}
}
