package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.CallOrder;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.OpeningHours;
import uk.referralline.duty.Role;
import uk.referralline.duty.RotaRequest;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.WeeklyShift;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sandbox.SandboxCall;

/** Two duty advocates and a manager on a line, an empty rota, and what their phones get. */
final class DutyWorld {
    static final String ASHA = "+447700900201";
    static final String BEN = "+447700900202";
    static final String MAYA = "+447700900203";

    private static final String CALLER = "+447700900123";

    final AdvocateId asha;
    final AdvocateId ben;
    final AdvocateId maya;

    private final TestLine line;

    DutyWorld(TestLine line) {
        this.line = line;
        asha = person("asha", Role.DUTY_ADVOCATE, ASHA);
        ben = person("ben", Role.DUTY_ADVOCATE, BEN);
        maya = person("maya", Role.MANAGER, MAYA);
    }

    void urgentCall() {
        SandboxCall call = line.callFrom(CALLER);
        for (String key : new String[] {"1", "1", "1", "2", "1", "1", "2", "2"}) {
            call.presses(key);
        }
        call.speaks(Duration.ofSeconds(2)).presses("#");
        line.runDue();
        assertThat(line.value("SELECT urgency FROM case_record")).isEqualTo("U1");
    }

    void claim(String until) {
        line.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO claim (case_id, advocate_id, claimed_at, until) SELECT id, ?, ?, ? FROM case_record",
                        asha.value(),
                        line.time(),
                        instant(until)));
    }

    void dueAt(String local) {
        line.jdbi().useHandle(handle -> handle.execute("UPDATE case_record SET due_at = ?", instant(local)));
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(OpeningHours.LONDON).toInstant();
    }

    List<String> toldAt(String time) {
        return toldOn("2026-11-24T" + time);
    }

    /** Whose phones have had a text of ours to those who work here, once this time has come. */
    List<String> toldOn(String local) {
        line.setTime(local);
        line.escalate();
        return told();
    }

    List<String> told() {
        return line.twilio().texts().stream()
                .filter(text -> text.body().startsWith("Duty: "))
                .map(text -> text.to())
                .toList();
    }

    List<String> bodiesTo(String number) {
        return line.twilio().textsTo(number).stream().map(text -> text.body()).toList();
    }

    String bodyTo(String number) {
        List<String> bodies = bodiesTo(number);
        return bodies.get(bodies.size() - 1);
    }

    private AdvocateId person(String name, Role role, String mobile) {
        var person = new NewAdvocate(name, name, role, Optional.of(new PhoneNumber(mobile)));
        return line.jdbi()
                .inTransaction(handle -> new Advocates().add(handle, person, line.time()))
                .orElseThrow();
    }

    void everyWorkingDay(AdvocateId who, CallOrder order) {
        everyWorkingDay(who, order, "09:00", "17:00");
    }

    void everyWorkingDay(AdvocateId who, CallOrder order, String from) {
        everyWorkingDay(who, order, from, "17:00");
    }

    void everyWorkingDay(AdvocateId who, CallOrder order, String from, String to) {
        for (int day = 1; day <= 5; day++) {
            add(new WeeklyShift(
                    who,
                    DayOfWeek.of(day),
                    LocalTime.parse(from),
                    LocalTime.parse(to),
                    order,
                    today(),
                    Optional.empty()));
        }
    }

    void shift(AdvocateId who, String from, String to) {
        add(WeeklyShift.once(who, today(), LocalTime.parse(from), LocalTime.parse(to)));
    }

    private void add(WeeklyShift shift) {
        line.jdbi().useTransaction(handle -> new Rotas().add(handle, shift, new RotaRequest(maya, line.time())));
    }

    private LocalDate today() {
        return line.time().atZone(OpeningHours.LONDON).toLocalDate();
    }
}
