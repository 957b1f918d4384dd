package uk.referralline;

import java.time.DayOfWeek;
import java.util.Locale;
import uk.referralline.call.CallSid;
import uk.referralline.call.CallStatus;
import uk.referralline.casework.CaseEvent;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.CaseStatus;
import uk.referralline.casework.CommunicationNeed;
import uk.referralline.casework.Disposition;
import uk.referralline.casework.Eligibility;
import uk.referralline.casework.Reference;
import uk.referralline.casework.Urgency;
import uk.referralline.console.signin.CodeSecret;
import uk.referralline.console.signin.Hashed;
import uk.referralline.console.signin.Stage;
import uk.referralline.duty.AbsenceId;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.CallOrder;
import uk.referralline.duty.NoteId;
import uk.referralline.duty.Role;
import uk.referralline.duty.ShiftId;
import uk.referralline.duty.SwapId;
import uk.referralline.escalation.AlertKind;
import uk.referralline.number.PhoneNumber;
import uk.referralline.recording.RecordingSid;
import uk.referralline.recording.RecordingStatus;
import uk.referralline.store.Database;

/** How values of ours are written in the database, so that no statement has to know it. */
final class ValueTypes {

    private ValueTypes() {}

    /** The database, taught our value types. @throws uk.referralline.store.StartFailure with one sentence, if it cannot be reached */
    static Database open(String url) {
        return Database.open(url)
                .text(CallSid.class, CallSid::new, CallSid::value)
                .text(CallStatus.class, CallStatus::ofWord, CallStatus::word)
                .text(PhoneNumber.class, PhoneNumber::new, PhoneNumber::e164)
                .text(Reference.class, Reference::new, Reference::digits)
                .text(RecordingSid.class, RecordingSid::new, RecordingSid::value)
                .text(RecordingStatus.class, RecordingStatus::ofWord, RecordingStatus::word)
                .text(Eligibility.class, Eligibility::ofWord, Eligibility::word)
                .text(CommunicationNeed.class, CommunicationNeed::ofWord, CommunicationNeed::word)
                .text(Urgency.class, Urgency::valueOf, Urgency::name)
                .text(Hashed.class, Hashed::new, Hashed::hex)
                .text(CodeSecret.class, CodeSecret::new, CodeSecret::base32)
                .text(Stage.class, Stage::ofWord, Stage::word)
                .text(Role.class, Role::ofWord, Role::word)
                .number(AdvocateId.class, AdvocateId::new, AdvocateId::value)
                .text(CaseStatus.class, CaseStatus::ofWord, CaseStatus::word)
                .text(CaseEvent.Kind.class, CaseEvent.Kind::ofWord, CaseEvent.Kind::word)
                .text(Disposition.class, Disposition::ofWord, Disposition::word)
                .text(CallOrder.class, CallOrder::ofWord, CallOrder::word)
                .text(DayOfWeek.class, ValueTypes::day, day -> day.name().toLowerCase(Locale.ROOT))
                .number(ShiftId.class, ShiftId::new, ShiftId::value)
                .number(SwapId.class, SwapId::new, SwapId::value)
                .number(AbsenceId.class, AbsenceId::new, AbsenceId::value)
                .number(NoteId.class, NoteId::new, NoteId::value)
                .text(AlertKind.class, AlertKind::ofWord, AlertKind::word)
                .number(CaseId.class, CaseId::new, CaseId::value);
    }

    private static DayOfWeek day(String word) {
        return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
