package uk.referralline.call;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.casework.Calls;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.Casework;
import uk.referralline.casework.CommunicationNeed;
import uk.referralline.casework.NeedNote;
import uk.referralline.casework.Permissions;
import uk.referralline.casework.Reference;
import uk.referralline.casework.ReferralDetails;
import uk.referralline.casework.Urgency;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Script;
import uk.referralline.number.PhoneNumber;
import uk.referralline.recording.RecordingSid;
import uk.referralline.recording.Recordings;

/**
 * Keeps the effects of one turn, in its transaction. What becomes known by keeping them (when it is due) is what the line may
 * then promise (law L1).
 */
final class Keeping implements Effect.Cases<Void> {
    private static final Void KEPT = null;

    /** The field that is filled when the caller speaks for somebody else. */
    private static final String ROLE = "role";

    private final Features features;
    private final Handle handle;
    private final Call call;
    private final Instant at;
    private final Map<String, String> known = new HashMap<>();
    /** Other cases that the turn changed, with how in a word. */
    private final Map<CaseId, String> changedToo = new HashMap<>();

    private CaseId caseId;
    /** Whether the turn has an entry in the audit. */
    private boolean traced;

    Keeping(Features features, Handle handle, Call call, Instant at) {
        this.features = features;
        this.handle = handle;
        this.call = call;
        this.caseId = call.caseId();
        this.at = at;
        call.state().answer(Facts.DUE).ifPresent(due -> known.put(Facts.DUE, due));
        call.state().answer(Facts.REFERENCE).ifPresent(reference -> known.put(Facts.REFERENCE, reference));
    }

    /** The case the call belongs to now: another one when the caller keyed in its reference. */
    CaseId caseId() {
        return caseId;
    }

    Map<String, String> known() {
        return Map.copyOf(known);
    }

    /**
     * What the line itself changed is in the audit too: one entry a turn, with the first thing it did, one more for a case that the
     * call left, and one for each other case that it changed, of the same person or number.
     */
    void trace(List<Effect> effects) {
        effects.stream().findFirst().ifPresent(effect -> {
            String word = effect.getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-");
            audit(caseId, word.toLowerCase(Locale.ROOT));
            traced = true;
        });
        if (!caseId.equals(call.caseId())) {
            audit(call.caseId(), "went-on-in-another");
        }
        changedToo.keySet().removeAll(List.of(caseId, call.caseId()));
        changedToo.forEach(this::audit);
    }

    private void audit(CaseId id, String word) {
        var subject = Subject.of("case", id.value());
        Audit.note(
                handle,
                Entry.of(Actor.service("line"), Action.CHANGE, subject, at).detailed(word));
    }

    /** What the person needs in order to talk is noted as they say it; whether they qualify, when something is promised. */
    void note(Map<String, String> newAnswers, CallState after, boolean promised) {
        boolean forThemselves = after.answer(ROLE).isEmpty();
        Set<CommunicationNeed> needs = newAnswers.entrySet().stream()
                .filter(answer -> forThemselves && Script.isNeed(answer.getKey()))
                .map(answer -> need(answer.getValue()))
                .collect(Collectors.toSet());
        if (!needs.isEmpty()) {
            var note = new NeedNote(Optional.empty(), Optional.of(call.sid().value()), at);
            casework().needs(handle, caseId, needs, note);
            if (!traced) {
                audit(caseId, "need");
            }
        }
        if (promised) {
            casework().judge(handle, caseId, after.answers(), at);
        }
    }

    /** A word that a provider's own script made up is some other need; the word itself is a fact of the case. */
    private static CommunicationNeed need(String word) {
        return Arrays.stream(CommunicationNeed.values())
                .filter(need -> need.word().equals(word))
                .findFirst()
                .orElse(CommunicationNeed.OTHER);
    }

    @Override
    public Void requestCallback(Effect.RequestCallback effect) {
        Effect.Permissions asked = effect.permissions();
        var permissions = new Permissions(asked.ownPhone(), asked.mayLeaveMessage(), asked.mayText());
        var number = new PhoneNumber(effect.number());
        return promised(casework().requestCallback(handle, caseId, number, permissions, asked(effect.urgency())));
    }

    @Override
    public Void requestWardCallback(Effect.RequestWardCallback effect) {
        return promised(casework().requestWardCallback(handle, caseId, effect.place(), asked(effect.urgency())));
    }

    @Override
    public Void requestContact(Effect.RequestContact effect) {
        Effect.Permissions asked = effect.permissions();
        var permissions = new Permissions(asked.ownPhone(), asked.mayLeaveMessage(), asked.mayText());
        var number = new PhoneNumber(effect.number());
        return due(casework().requestContact(handle, caseId, number, permissions, asked(effect.urgency())));
    }

    @Override
    public Void stopCalls(Effect.StopCalls effect) {
        casework().stopContact(handle, new PhoneNumber(effect.number()), at).forEach(id -> changedToo.put(id, "alert"));
        return KEPT;
    }

    @Override
    public Void cancelRequest(Effect.CancelRequest effect) {
        Calls calls = casework().cancel(handle, caseId, at);
        calls.again().forEach(id -> changedToo.put(id, "promised-again"));
        calls.moved().forEach(id -> changedToo.put(id, "callback-moved"));
        return KEPT;
    }

    @Override
    public Void takeMessage(Effect.TakeMessage effect) {
        return due(casework().takeMessage(handle, caseId, asked(effect.urgency())));
    }

    @Override
    public Void openReferral(Effect.OpenReferral effect) {
        var details = new ReferralDetails(
                effect.role(),
                new PhoneNumber(effect.number()),
                effect.extension(),
                effect.agreement(),
                effect.personStatus(),
                effect.urgentDate());
        casework().dropNeeds(handle, caseId, call.sid().value());
        return due(casework().openReferral(handle, caseId, details, effect.mayText(), asked(effect.urgency())));
    }

    @Override
    public Void sendText(Effect.SendText effect) {
        features.confirmations().queue(handle, new Confirmations.Of(call, caseId, effect, known(), at));
        return KEPT;
    }

    @Override
    public Void keepRecording(Effect.KeepRecording effect) {
        var recording = new RecordingSid(effect.sid());
        var message =
                new Recordings.LeftMessage(recording, call.sid().value(), caseId, effect.purpose(), effect.seconds());
        features.recordings().left(handle, message, at);
        return KEPT;
    }

    @Override
    public Void eraseRecording(Effect.EraseRecording effect) {
        features.recordings().erase(handle, new RecordingSid(effect.sid()), at);
        return KEPT;
    }

    @Override
    public Void joinCase(Effect.JoinCase effect) {
        casework().find(handle, new Reference(effect.reference())).ifPresent(earlier -> {
            casework().carryNeeds(handle, caseId, earlier, call.sid().value());
            casework().close(handle, caseId, "continued-in-another-case", at);
            caseId = earlier;
            known.put(Facts.REFERENCE, effect.reference());
        });
        return KEPT;
    }

    @Override
    public Void stopTexts(Effect.StopTexts effect) {
        features.suppressions().stop(handle, new PhoneNumber(effect.number()), "call", at);
        return KEPT;
    }

    @Override
    public Void count(Effect.Count effect) {
        casework().count(handle, effect.name(), at);
        return KEPT;
    }

    @Override
    public Void close(Effect.Close effect) {
        casework().close(handle, caseId, effect.outcome(), at);
        return KEPT;
    }

    private Casework casework() {
        return features.casework();
    }

    private Casework.Asked asked(String urgency) {
        return new Casework.Asked(Urgency.valueOf(urgency), at);
    }

    private Void promised(Casework.Promised promised) {
        promised.insteadOf().forEach(id -> changedToo.put(id, "callback-moved"));
        return due(promised.due());
    }

    private Void due(Instant due) {
        known.put(Facts.DUE, due.toString());
        return KEPT;
    }
}
