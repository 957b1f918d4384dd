package uk.referralline.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import uk.referralline.casework.By;
import uk.referralline.casework.CaseFile;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.CaseOutcome;
import uk.referralline.casework.CommunicationNeed;
import uk.referralline.casework.Desks;
import uk.referralline.casework.Disposition;
import uk.referralline.casework.Edit;
import uk.referralline.casework.Eligibility;
import uk.referralline.casework.NewAttempt;
import uk.referralline.casework.ReferralField;
import uk.referralline.casework.Urgency;
import uk.referralline.duty.AdvocateId;

/** What the invented advocates do on cases, at the time of the week's clock. */
final class Office {
    private static final Duration WHILE = Duration.ofSeconds(20);

    private final Week.Line line;
    private final PastClock clock;

    Office(Week.Line line, PastClock clock) {
        this.line = line;
        this.clock = clock;
    }

    void claims(CaseId id, AdvocateId who) {
        acts(handle -> desks().claims().claim(handle, id, by(who)));
    }

    void tries(CaseId id, AdvocateId who, Disposition disposition, String note) {
        tries(id, who, new NewAttempt(disposition, Optional.empty(), Optional.of(note)));
    }

    /** @param again when they will try again */
    void tries(CaseId id, AdvocateId who, Disposition disposition, Instant again) {
        tries(id, who, new NewAttempt(disposition, Optional.of(again), Optional.empty()));
    }

    private void tries(CaseId id, AdvocateId who, NewAttempt attempt) {
        edits(id, who, (handle, edit) -> desks().callbacks().attempted(handle, edit, attempt));
        acts(handle -> desks().claims().release(handle, id, by(who)));
    }

    void notes(CaseId id, AdvocateId who, String words) {
        acts(handle -> desks().cases().note(handle, id, by(who), words));
    }

    void givesUp(CaseId id, AdvocateId who, String why) {
        edits(id, who, (handle, edit) -> desks().callbacks().giveUp(handle, edit, why));
    }

    void judges(CaseId id, AdvocateId who, Urgency urgency, String why) {
        edits(id, who, (handle, edit) -> desks().cases().urgency(handle, edit, urgency, why));
    }

    void judges(CaseId id, AdvocateId who, Eligibility eligibility, String why) {
        edits(id, who, (handle, edit) -> desks().cases().eligibility(handle, edit, eligibility, why));
    }

    void needs(CaseId id, AdvocateId who, CommunicationNeed need, String detail) {
        edits(id, who, (handle, edit) -> desks().cases().need(handle, edit, need, Optional.of(detail)));
    }

    void owns(CaseId id, AdvocateId who, AdvocateId owner, String why) {
        edits(id, who, (handle, edit) -> desks().cases().owner(handle, edit, Optional.of(owner), why));
    }

    void warns(CaseId id, AdvocateId who, String why) {
        acts(handle -> desks().safety().raise(handle, id, by(who), why));
    }

    void links(CaseId id, CaseId other, AdvocateId who, String why) {
        acts(handle -> desks().links().link(handle, id, other, by(who), why));
    }

    void merges(CaseId id, CaseId into, AdvocateId who, String why) {
        edits(id, who, (handle, edit) -> desks().merges().merge(handle, edit, into, why));
    }

    void completes(CaseId id, AdvocateId who, Map<ReferralField, String> answers) {
        edits(id, who, (handle, edit) -> desks().referrals().fill(handle, edit, answers));
    }

    /** Listens to every message of the case, and writes them up. */
    void listens(CaseId id, AdvocateId who) {
        acts(handle -> file(handle, id)
                .messages()
                .forEach(message -> desks().safety().writtenUp(handle, id, by(who), message.sid())));
    }

    void closes(CaseId id, AdvocateId who, CaseOutcome outcome) {
        edits(
                id,
                who,
                (handle, edit) -> desks().cases().close(handle, edit, outcome, "Nothing is left to do. (sample)"));
    }

    /** Something about who is on duty, at this time. */
    void arranges(BiConsumer<Handle, Instant> change) {
        acts(handle -> change.accept(handle, clock.instant()));
    }

    /** Does something, which takes a while. */
    private void acts(HandleConsumer<RuntimeException> deed) {
        line.jdbi().useTransaction(deed);
        clock.pass(WHILE);
    }

    private void edits(CaseId id, AdvocateId who, BiConsumer<Handle, Edit> change) {
        acts(handle ->
                change.accept(handle, new Edit(id, file(handle, id).head().version(), by(who))));
    }

    private CaseFile file(Handle handle, CaseId id) {
        return CaseFile.read(handle, id, clock.instant()).orElseThrow();
    }

    private By by(AdvocateId who) {
        return new By(who, clock.instant());
    }

    private Desks desks() {
        return line.desks();
    }
}
