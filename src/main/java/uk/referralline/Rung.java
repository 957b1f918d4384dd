package uk.referralline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.duty.DutyPhones;
import uk.referralline.duty.Rotas;
import uk.referralline.number.NumberKind;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;

/**
 * Those who are on duty by the rota, and whoever the machine says besides, as far as they may be called at all. The rota is read
 * now and then and not in a turn, which has to be quick: a shift that begins rings a few seconds late.
 */
final class Rung implements DutyPhones {
    private final Rotas rotas = new Rotas();
    private final DutyPhones besides;
    private final Jdbi jdbi;
    private final NumberPlan plan;
    private final InstantSource clock;
    private volatile List<PhoneNumber> byRota = List.of();

    Rung(DutyPhones besides, Jdbi jdbi, NumberPlan plan, InstantSource clock) {
        this.besides = besides;
        this.jdbi = jdbi;
        this.plan = plan;
        this.clock = clock;
    }

    /** Reads the rota. */
    void look() {
        byRota = jdbi.withHandle(handle -> rotas.mobiles(handle, clock.instant()));
    }

    @Override
    public List<PhoneNumber> ringing(Instant at) {
        return Stream.concat(byRota.stream(), besides.ringing(at).stream())
                .filter(number -> plan.kind(number).mayCall() == NumberKind.Dialling.YES)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
