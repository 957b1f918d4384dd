package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sandbox.SandboxCall;

/** A left message becomes a complete referral. */
class ReferralDeskTest {
    private static final PhoneNumber PERSON = new PhoneNumber("+447700900010");

    @RegisterExtension
    final TestLine line = new TestLine();

    private Desk desk;
    private AdvocateId asha;

    @BeforeEach
    void begin() {
        desk = new Desk(line);
        asha = desk.advocate("Asha");
    }

    @Test
    void aReferralIsCompleteWhenNothingIsMissingAndTheRulesFollowItsFields() {
        CaseId id = referral();
        ReferralDesk.Preview first = fill(id, Map.of(ReferralField.PERSON_STATUS, "short-hold-or-not-sure"));
        assertThat(first.eligibility()).isEqualTo(Eligibility.NOT_YET);
        assertThat(first.missing()).contains(ReferralField.REFERRER_NAME, ReferralField.EXACT_ROLE);

        ReferralDesk.Preview last = fill(id, complete());

        assertThat(last.missing()).isEmpty();
        assertThat(last.eligibility()).isEqualTo(Eligibility.STATUTORY);
        assertThat(last.urgency()).isEqualTo(Urgency.U1);
        assertThat(desk.ask("SELECT eligibility || ' ' || urgency || ' ' || urgency_why FROM case_record"))
                .isEqualTo("statutory U1 A tribunal, hearing or discharge meeting is within three working days.");
        assertThat(desk.ask("SELECT completed_by FROM referral")).isEqualTo(Long.toString(asha.value()));
        assertThat(desk.ask("SELECT value FROM case_fact WHERE name = 'exact-role'"))
                .isEqualTo("responsible-clinician");
    }

    @Test
    void whatWasToldBeforeStaysInTheFacts() {
        CaseId id = referral();
        fill(id, Map.of(ReferralField.WARD, "Willow"));
        fill(id, Map.of(ReferralField.WARD, "Oak"));
        fill(id, Map.of(ReferralField.WARD, "Oak"));

        assertThat(desk.ask("SELECT string_agg(value, ', ' ORDER BY id) FROM case_fact WHERE name = 'ward-name'"))
                .isEqualTo("Willow, Oak");
    }

    @Test
    void anAnswerThatDoesNotFitItsFieldIsRefusedAndNothingIsKept() {
        CaseId id = referral();

        assertThatThrownBy(() -> fill(id, Map.of(ReferralField.UNDER_18, "perhaps")))
                .isInstanceOf(Refused.class)
                .hasMessage("\"Are they under 18?\": choose one of the answers.");
        assertThatThrownBy(() -> fill(id, Map.of(ReferralField.SECTION_DATE, "last week")))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith("write a date, such as 2026-11-24.");
        assertThat(desk.ask("SELECT count(*) FROM case_fact")).isEqualTo("0");
    }

    @Test
    void dayTenOfASectionTwoIsUrgentWithoutAnybodyCounting() {
        CaseId id = referral();

        ReferralDesk.Preview preview =
                fill(id, Map.of(ReferralField.STATUS, "section-2", ReferralField.SECTION_DATE, "2026-11-15"));

        assertThat(preview.urgency()).isEqualTo(Urgency.U1);
        assertThat(preview.why()).startsWith("Day 10 or later of section 2");
    }

    @Test
    void threeRolesObligeUsToVisit() {
        assertThat(ReferralField.EXACT_ROLE.choices())
                .filteredOn(ReferralField::obligesToVisit)
                .containsExactly("responsible-clinician", "approved-mental-health-professional", "nearest-relative");
    }

    @Test
    void saidNoKeepsACountAndNothingThatTellsWhoItWas() {
        CaseId id = referral();
        fill(id, complete());
        desk.run(handle -> desk.desks.cases().note(handle, id, desk.by(asha), "J. B. on Willow"));

        desk.run(handle -> desk.desks.referrals().saidNo(handle, desk.edit(id, asha)));

        assertThat(desk.ask("SELECT count FROM tally WHERE name = 'said-no'")).isEqualTo("1");
        assertThat(desk.ask("SELECT status || ' ' || outcome FROM case_record")).isEqualTo("closed said-no");
        for (String table : new String[] {"case_fact", "case_note", "referral", "contact_permission"}) {
            assertThat(desk.ask("SELECT count(*) FROM " + table)).as(table).isEqualTo("0");
        }
    }

    @Test
    void aCaseWhosePersonSaidNoIsNotOpenedAgain() {
        CaseId id = referral();
        desk.run(handle -> desk.desks.referrals().saidNo(handle, desk.edit(id, asha)));

        assertThatThrownBy(() ->
                        desk.run(handle -> desk.desks.cases().reopen(handle, desk.edit(id, asha), "she thought again")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nothing of the case is kept");
    }

    @Test
    void afterSaidNoNothingOfTheCallsNotesAndReasonsSaysWhoItWas() {
        CaseId id = calledAndMerged();
        desk.run(handle -> {
            desk.desks.cases().number(handle, editIn(handle, id), new NewNumber(PERSON, Desk.EVERYTHING));
            desk.desks.cases().urgency(handle, editIn(handle, id), Urgency.U1, "Zebedee Quill has a tribunal");
            desk.desks.cases().note(handle, id, desk.by(asha), "Zebedee Quill");
            desk.desks.safety().raise(handle, id, desk.by(asha), "Zebedee Quill's brother listens");
            desk.casework.requestCallback(
                    handle, id, PERSON, Desk.EVERYTHING, new Casework.Asked(Urgency.U3, line.time()));
        });
        assertThat(holding("7700900010")).isNotEmpty();
        assertThat(holding("Zebedee")).isNotEmpty();

        desk.run(handle -> desk.desks.referrals().saidNo(handle, desk.edit(id, asha)));

        assertThat(holding("7700900010")).isEmpty();
        assertThat(holding("1632960010")).isEmpty();
        assertThat(holding("Zebedee")).isEmpty();
        assertThat(desk.ask("SELECT count(*) > 0 FROM call_turn"))
                .as("what happened stays")
                .isEqualTo("t");
    }

    @Test
    void afterSaidNoABlockThatWasLiftedSaysNotWhoItWas() {
        CaseId id = referral();
        var wrong = new NewAttempt(Disposition.WRONG_NUMBER, Optional.empty(), Optional.empty());
        desk.run(handle -> {
            desk.desks.callbacks().attempted(handle, editIn(handle, id), wrong);
            desk.desks
                    .safety()
                    .unblock(
                            handle,
                            editIn(handle, id),
                            new PhoneNumber("+441632960010"),
                            "Zebedee Quill's ward after all");
            desk.desks.safety().settle(handle, editIn(handle, id), "Zebedee Quill's ward knows");
        });
        assertThat(holding("Zebedee")).contains("number_block");

        desk.run(handle -> desk.desks.referrals().saidNo(handle, desk.edit(id, asha)));

        assertThat(holding("1632960010")).isEmpty();
        assertThat(holding("Zebedee")).isEmpty();
    }

    @Test
    void nobodySaysNoOnACaseThatAColleagueDealsWithOrWhileAnIncidentIsOpen() {
        CaseId id = referral();
        AdvocateId ben = desk.advocate("Ben");
        desk.run(handle -> desk.desks.claims().claim(handle, id, desk.by(ben)));
        assertThatThrownBy(() -> desk.run(handle -> desk.desks.referrals().saidNo(handle, desk.edit(id, asha))))
                .isInstanceOf(Refused.class);
        desk.run(handle -> desk.desks.claims().release(handle, id, desk.by(ben)));

        var wrong = new NewAttempt(Disposition.WRONG_NUMBER, Optional.empty(), Optional.empty());
        desk.run(handle -> desk.desks.callbacks().attempted(handle, desk.edit(id, asha), wrong));
        assertThatThrownBy(() -> desk.run(handle -> desk.desks.referrals().saidNo(handle, desk.edit(id, asha))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("incident");
    }

    /** A referral by phone, into which another one was merged. */
    private CaseId calledAndMerged() {
        SandboxCall call = line.callFrom(PERSON.e164());
        for (String keys : new String[] {"2", "2", "1", PERSON.e164().replace("+44", "0") + "#", "1", "#", "1", "2"}) {
            call.presses(keys);
        }
        call.speaks(Duration.ofSeconds(8)).presses("#").presses("1").presses("1");
        line.runDue();
        CaseId id = new CaseId(Long.parseLong(desk.ask("SELECT case_id FROM referral")));
        CaseId other = referral();
        fill(other, Map.of(ReferralField.PERSON_NAME, "Zebedee Quill"));
        desk.run(handle -> desk.desks.merges().merge(handle, editIn(handle, other), id, "Zebedee Quill both times"));
        return id;
    }

    private Edit editIn(Handle handle, CaseId id) {
        int version = CaseFile.head(handle, id, line.time()).orElseThrow().version();
        return new Edit(id, version, desk.by(asha));
    }

    /** Which tables that the line can read have a row with these words in it. */
    private List<String> holding(String words) {
        List<String> tables =
                desk.with(handle -> handle.createQuery("""
                        SELECT relname
                          FROM pg_class
                         WHERE relnamespace = current_schema()::regnamespace
                           AND relkind = 'r'
                           AND has_table_privilege(oid, 'SELECT')
                         ORDER BY relname
                        """).mapTo(String.class).list());
        return tables.stream()
                .filter(table -> !desk.ask(
                                "SELECT 1 FROM " + table + " AS one WHERE to_jsonb(one)::text ILIKE ? LIMIT 1",
                                "%" + words + "%")
                        .equals("nothing"))
                .toList();
    }

    private CaseId referral() {
        return desk.with(handle -> {
            CaseId id = desk.casework.open(handle, line.time()).id();
            var details = new ReferralDetails(
                    "ward-staff",
                    new PhoneNumber("+441632960010"),
                    Optional.of("12"),
                    "yes",
                    Optional.empty(),
                    Optional.empty());
            desk.casework.openReferral(handle, id, details, false, new Casework.Asked(Urgency.U3, line.time()));
            return id;
        });
    }

    private static Map<ReferralField, String> complete() {
        Map<ReferralField, String> answers = new EnumMap<>(ReferralField.class);
        answers.put(ReferralField.REFERRER_NAME, "Dr Lane");
        answers.put(ReferralField.EXACT_ROLE, "responsible-clinician");
        answers.put(ReferralField.PERSON_NAME, "J. B.");
        answers.put(ReferralField.IN_HOSPITAL, "yes");
        answers.put(ReferralField.WARD, "Willow");
        answers.put(ReferralField.PERSON_STATUS, "detained-or-order");
        answers.put(ReferralField.UNDER_18, "no");
        answers.put(ReferralField.AGREEMENT, "yes");
        answers.put(ReferralField.DEADLINE, "date-known");
        answers.put(ReferralField.DEADLINE_DATE, "2026-11-27");
        answers.put(ReferralField.REACH, "ward-phone");
        answers.put(ReferralField.NEEDS_ASKED, "none");
        answers.put(ReferralField.SAFETY, "no");
        return answers;
    }

    private ReferralDesk.Preview fill(CaseId id, Map<ReferralField, String> answers) {
        return desk.with(handle -> desk.desks.referrals().fill(handle, desk.edit(id, asha), answers));
    }
}
