package uk.referralline.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.CallOrder;
import uk.referralline.duty.OnDuty;
import uk.referralline.duty.Role;
import uk.referralline.duty.Rotas;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;

/** Who may be told, and who is told next. A person who works here, on a UK mobile of their own, and nobody else. */
final class Recipients {
    private final NumberPlan plan;
    private final Advocates advocates = new Advocates();
    private final Rotas rotas = new Rotas();

    Recipients(NumberPlan plan) {
        this.plan = plan;
    }

    /** Those whom this step tells, none of whom was told before; empty when there is nobody. */
    List<Advocate> of(Handle handle, Tell tell, Set<AdvocateId> told, Instant now) {
        List<Advocate> people = advocates.all(handle).stream()
                .filter(person -> !told.contains(person.id()))
                .filter(person -> mobile(person).isPresent())
                .toList();
        List<OnDuty> onDuty = rotas.read(handle, now).onDuty(now);
        return switch (tell) {
            case NEXT_ON_DUTY ->
                among(people, onDuty, duty -> true).stream().limit(1).toList();
            case MANAGERS -> managers(people, among(people, onDuty, duty -> duty.order() == CallOrder.MANAGER));
            case EVERYBODY -> people;
        };
    }

    private static List<Advocate> managers(List<Advocate> people, List<Advocate> onDuty) {
        return onDuty.isEmpty()
                ? people.stream()
                        .filter(person -> person.role() == Role.MANAGER)
                        .toList()
                : onDuty;
    }

    private static List<Advocate> among(List<Advocate> people, List<OnDuty> onDuty, Predicate<OnDuty> which) {
        return onDuty.stream()
                .filter(which)
                .flatMap(duty -> people.stream().filter(person -> person.id().equals(duty.advocate())))
                .toList();
    }

    /** Where this person may be told, if they may. */
    Optional<PhoneNumber> mobile(Advocate person) {
        return works(person)
                ? person.mobile().filter(number -> plan.kind(number).mayText())
                : Optional.empty();
    }

    /** Whether they are one of those who may be told at all. */
    static boolean works(Advocate person) {
        return person.active() && person.role().returnsCalls();
    }
}
