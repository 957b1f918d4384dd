package uk.referralline.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.number.PhoneNumber;

/** The phones of those on duty, as a live call is put through to them. */
public final class DutyPhones {
    private final Rotas rotas = new Rotas();
    private final Advocates advocates = new Advocates();

    /**
     * The mobiles of those on duty at this moment, in order of call; whoever has none is left out.
     *
     * @return each number once; empty when nobody is on duty, or nobody who can be called
     */
    public List<PhoneNumber> mobiles(Handle handle, Instant now) {
        return rotas.read(handle, now).onDuty(now).stream()
                .flatMap(duty -> advocates.find(handle, duty.advocate()).stream())
                .map(Advocate::mobile)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
