package uk.referralline.sms;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.number.PhoneNumber;
import uk.referralline.outbox.Carrier;

/** Texts to callers: each goes only when all five conditions hold at that moment (law L6), and is in the audit. */
public final class CallerTexts implements TextKind<TextDao.Row> {
    private final Texts texts;
    private final TextRules rules;

    private CallerTexts(Texts texts, TextRules rules) {
        this.texts = texts;
        this.rules = rules;
    }

    /** Hands them over. */
    public static Carrier carrier(Jdbi jdbi, Texts texts, TextRules rules, TextGateway gateway) {
        return new HandOver<>(jdbi, new CallerTexts(texts, rules), gateway);
    }

    @Override
    public TextTable<TextDao.Row> table(Handle handle) {
        return handle.attach(TextDao.class);
    }

    @Override
    public Instant now() {
        return texts.now();
    }

    @Override
    public Instant allowed(TextDao.Row text, Instant moment) {
        return texts.allowed(text.template(), moment);
    }

    @Override
    public Optional<String> refusal(Handle handle, TextDao.Row text, Instant moment) {
        return rules.refusal(handle, text).map(Refusal::word);
    }

    @Override
    public PhoneNumber trying(Handle handle, TextDao.Row text, Instant moment) {
        handle.attach(TextDao.class).trying(text.id(), moment);
        var subject = Subject.of("case", text.caseId().value());
        Audit.note(
                handle,
                Entry.of(Actor.service("line"), Action.SEND, subject, moment).detailed(text.template()));
        return text.number();
    }

    @Override
    public void turnedDown(Handle handle, TextDao.Row text, String why) {
        if (why.equals(HandOver.OPTED_OUT)) {
            rules.optedOut(handle, text.number(), now());
        }
    }
}
