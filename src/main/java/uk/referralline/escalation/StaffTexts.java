package uk.referralline.escalation;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.number.PhoneNumber;
import uk.referralline.outbox.Carrier;
import uk.referralline.sms.HandOver;
import uk.referralline.sms.TextGateway;
import uk.referralline.sms.TextKind;
import uk.referralline.sms.TextTable;

/** Alerts to those who work here, as texts that go out. */
public final class StaffTexts implements TextKind<AlertTextDao.Row> {
    private static final Logger LOG = LoggerFactory.getLogger(StaffTexts.class);

    private final AlertTexts texts;
    private final AlertRules rules;

    private StaffTexts(AlertTexts texts, AlertRules rules) {
        this.texts = texts;
        this.rules = rules;
    }

    /** Hands them over. */
    public static Carrier carrier(Jdbi jdbi, AlertTexts texts, AlertRules rules, TextGateway gateway) {
        return new HandOver<>(jdbi, new StaffTexts(texts, rules), gateway);
    }

    @Override
    public TextTable<AlertTextDao.Row> table(Handle handle) {
        return handle.attach(AlertTextDao.class);
    }

    @Override
    public Instant now() {
        return texts.clock().instant();
    }

    @Override
    public Instant allowed(AlertTextDao.Row text, Instant moment) {
        return rules.allowed(moment);
    }

    @Override
    public Optional<String> refusal(Handle handle, AlertTextDao.Row text, Instant moment) {
        return rules.refusal(handle, text, moment).map(NotSent::word);
    }

    @Override
    public PhoneNumber trying(Handle handle, AlertTextDao.Row text, Instant moment) {
        PhoneNumber to = rules.mobile(handle, text);
        handle.attach(AlertTextDao.class).trying(text.id(), to, moment);
        text.caseId().ifPresent(id -> {
            var subject = Subject.of("case", id.value());
            Audit.note(
                    handle,
                    Entry.of(Actor.service("line"), Action.SEND, subject, moment)
                            .detailed("alert-to-staff"));
        });
        return to;
    }

    @Override
    public void turnedDown(Handle handle, AlertTextDao.Row text, String why) {
        LOG.error("{} reached nobody: {}", text, why);
    }
}
