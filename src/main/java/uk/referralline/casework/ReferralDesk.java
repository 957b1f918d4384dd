package uk.referralline.casework;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.OpeningHours;

/**
 * What an advocate adds to what the keypad gave, until a referral is complete. Each answer is a new fact, so that nothing that
 * was told is overwritten; who qualifies and how urgent it is follow from the facts.
 */
public final class ReferralDesk {
    private final Supplier<EligibilityRules> eligibility;
    private final Supplier<UrgencyRules> urgency;
    private final Supplier<DueTimes> dueTimes;
    private final Claims claims;

    /** @param eligibility and the others: those that hold now */
    public ReferralDesk(
            Supplier<EligibilityRules> eligibility,
            Supplier<UrgencyRules> urgency,
            Supplier<DueTimes> dueTimes,
            Claims claims) {
        this.eligibility = eligibility;
        this.urgency = urgency;
        this.dueTimes = dueTimes;
        this.claims = claims;
    }

    /** The newest of everything that was told about this case, by its name. */
    public Map<String, String> facts(Handle handle, CaseId id) {
        return handle.attach(ReferralDao.class).facts(id);
    }

    /** What the rules would say with these answers; nothing is kept. @param byOther as for {@link ReferralField#missing} */
    public Preview preview(Map<String, String> facts, boolean byOther, By by) {
        Judged judged = urgency.get().judge(new Reckoned(dueTimes.get().hours()).of(facts, by.at()), by.at());
        return new Preview(
                eligibility.get().judge(ReferralField.decided(facts), by.at()),
                judged.urgency(),
                judged.why(),
                ReferralField.missing(facts, byOther),
                ReferralField.differ(facts));
    }

    /**
     * Keeps the answers that are new. The rules judge again who qualifies, unless an advocate has decided, and make the case more
     * urgent where the facts do, never less. With nothing missing the referral is complete.
     *
     * @throws Refused when an answer does not fit its field
     * @throws Stale when the case was changed since it was read
     */
    public Preview fill(Handle handle, Edit edit, Map<ReferralField, String> answers) {
        var log = new CaseLog(handle);
        log.lock(edit);
        ReferralDao referrals = handle.attach(ReferralDao.class);
        Map<String, String> facts = new HashMap<>(referrals.facts(edit.id()));
        Map<String, String> news =
                news(facts, answers, LocalDate.ofInstant(edit.by().at(), OpeningHours.LONDON));
        if (!news.isEmpty()) {
            referrals.note(
                    edit.id(),
                    edit.by(),
                    news.keySet().toArray(String[]::new),
                    news.values().toArray(String[]::new));
            facts.putAll(news);
            log.changed(
                    edit.by(), edit.id(), Change.of(CaseEvent.Kind.FACT_CHANGED).to(String.join(", ", news.keySet())));
        }
        Preview now = preview(facts, referrals.role(edit.id()).isPresent(), edit.by());
        judge(handle, edit, now);
        return now;
    }

    private static Map<String, String> news(
            Map<String, String> facts, Map<ReferralField, String> answers, LocalDate today) {
        return answers.entrySet().stream()
                .filter(answer -> !answer.getValue()
                        .strip()
                        .equals(facts.getOrDefault(answer.getKey().word(), "")))
                .map(answer -> Map.entry(answer.getKey().word(), answer.getKey().accepted(answer.getValue(), today)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
    }

    private void judge(Handle handle, Edit edit, Preview now) {
        ReferralDao referrals = handle.attach(ReferralDao.class);
        handle.attach(CaseDao.class).judge(edit.id(), now.eligibility());
        var due = dueTimes.get().due(now.urgency(), edit.by().at());
        if (!referrals.hurry(edit.id(), now.urgency(), now.why(), due)) {
            referrals.explain(edit.id(), now.urgency(), now.why());
        }
        if (now.missing().isEmpty()
                && referrals.complete(edit.id(), edit.by().advocate(), edit.by().at())) {
            new CaseLog(handle).noted(edit.by(), edit.id(), Change.of(CaseEvent.Kind.REFERRAL_COMPLETED));
        }
    }

    /**
     * The person said no to the referral: a count is kept, and nothing that tells who they are (domain.md (d) 19). Left messages,
     * and reasons in the audit, are erased by whoever calls this, in the same transaction.
     *
     * @throws Refused when the case is no referral, a colleague deals with it, or an incident is open
     */
    public Forgotten saidNo(Handle handle, Edit edit) {
        new OnePerson(handle).lock(edit.id(), edit.id());
        var log = new CaseLog(handle);
        log.lock(edit);
        ReferralDao referrals = handle.attach(ReferralDao.class);
        if (referrals.role(edit.id()).isEmpty()) {
            throw new Refused("Only a referral by somebody else ends like this. Close the case with its outcome.");
        }
        claims.hold(handle, edit.id(), edit.by());
        if (handle.attach(ContactDao.class).incidentOpen(edit.id())) {
            throw new Refused("An incident is open on this case: settle it first.");
        }
        AttemptDao attempts = handle.attach(AttemptDao.class);
        Optional<OpenCallback> open = attempts.open(edit.id());
        open.ifPresent(callback ->
                attempts.end(callback.id(), AskedCall.SAID_NO, edit.by().at()));
        handle.attach(CaseDao.class)
                .count("said-no", LocalDate.ofInstant(edit.by().at(), OpeningHours.LONDON));
        handle.attach(CaseStateDao.class).close(edit.id(), "said-no", edit.by().at());
        handle.attach(ClaimDao.class).release(edit.id(), edit.by().advocate());
        log.changed(edit.by(), edit.id(), Change.of(CaseEvent.Kind.CLOSED).to("said-no"));
        // What they were promised on a case of their own is no part of this referral, and is not forgotten with it.
        Calls calls =
                OneCall.ended(handle, edit.id(), edit.by(), "It was to be made from a linked case, which has ended.");
        ForgetDao forget = handle.attach(ForgetDao.class);
        forget.forget(edit.id());
        return new Forgotten(forget.family(edit.id()), calls);
    }

    /**
     * What is left of a referral whose person said no.
     *
     * @param cases the case and those that were merged into it
     * @param calls what becomes of the calls that the person was promised on linked cases
     */
    public record Forgotten(List<CaseId> cases, Calls calls) {}

    /**
     * What the rules make of the facts.
     *
     * @param missing what a complete referral still needs
     * @param differ whether the section does not fit what was said of how the person is held; the section decides
     */
    public record Preview(
            Eligibility eligibility, Urgency urgency, String why, List<ReferralField> missing, boolean differ) {}
}
