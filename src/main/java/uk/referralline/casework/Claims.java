package uk.referralline.casework;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.Advocates;

/**
 * Who deals with which case. A claim is a lease: it ends by itself, so that nothing is stuck with somebody who was called
 * away; whatever its holder does on the case renews it.
 */
public final class Claims {
    private final Supplier<Duration> lease;

    /** @param lease how long a claim holds, as the settings say now */
    public Claims(Supplier<Duration> lease) {
        this.lease = lease;
    }

    /**
     * Takes a case that nobody deals with, or renews one's own claim. Of two at the same instant exactly one gets it.
     *
     * @return the claim that holds: somebody else's tells who came first
     * @throws Refused when the case is not open
     */
    public Claim claim(Handle handle, CaseId id, By by) {
        Claim claim = taken(handle, id, by);
        if (claim.advocate().equals(by.advocate()) && claim.claimedAt().equals(by.at())) {
            new CaseLog(handle).noted(by, id, Change.of(CaseEvent.Kind.CLAIMED));
        }
        return claim;
    }

    private Claim taken(Handle handle, CaseId id, By by) {
        ClaimDao claims = handle.attach(ClaimDao.class);
        return claims.take(id, by.advocate(), by.at(), by.at().plus(lease.get()))
                .or(() -> claims.standing(id, by.at()))
                .or(() -> claims.take(id, by.advocate(), by.at(), by.at().plus(lease.get())))
                .orElseThrow(() -> new Refused("This case is not open any more."));
    }

    /** Takes the case that is due first of those nobody deals with; empty when there is none. */
    public Optional<Claim> claimNext(Handle handle, By by) {
        ClaimDao claims = handle.attach(ClaimDao.class);
        Optional<CaseId> next = claims.next(by.advocate(), by.at());
        while (next.isPresent()) {
            Claim claim = claim(handle, next.get(), by);
            if (claim.advocate().equals(by.advocate())) {
                return Optional.of(claim);
            }
            // Somebody took it between our look and our lock: the next look sees their claim.
            next = claims.next(by.advocate(), by.at());
        }
        return Optional.empty();
    }

    /** Takes a case from whoever holds it. @throws Refused without a reason, or when the case is not open */
    public Claim takeOver(Handle handle, CaseId id, By by, String typed) {
        String reason = Refused.reason(typed);
        ClaimDao claims = handle.attach(ClaimDao.class);
        Optional<Claim> before = claims.standing(id, by.at());
        Claim claim = claims.takeOver(id, by.advocate(), by.at(), by.at().plus(lease.get()))
                .orElseThrow(() -> new Refused("This case is not open any more."));
        Change change = Change.of(CaseEvent.Kind.TAKEN_OVER).because(reason);
        new CaseLog(handle)
                .noted(
                        by,
                        id,
                        before.map(held -> new Change(
                                        change.kind(),
                                        Optional.of(
                                                String.valueOf(held.advocate().value())),
                                        Optional.empty(),
                                        change.reason()))
                                .orElse(change));
        return claim;
    }

    /** Lets one's own claim go; somebody else's stays. */
    public void release(Handle handle, CaseId id, By by) {
        if (handle.attach(ClaimDao.class).release(id, by.advocate())) {
            new CaseLog(handle).noted(by, id, Change.of(CaseEvent.Kind.RELEASED));
        }
    }

    /** Who deals with it now. */
    public Optional<Claim> of(Handle handle, CaseId id, By by) {
        return handle.attach(ClaimDao.class).standing(id, by.at());
    }

    /**
     * Renews the claim of whoever is about to do something on the case, or takes it for them. Whoever goes on after their lease has
     * ended, where nobody took the case in between, did not take it twice.
     *
     * @throws Refused when somebody else deals with it
     */
    void hold(Handle handle, CaseId id, By by) {
        boolean goesOn = handle.attach(ClaimDao.class)
                .holder(id)
                .filter(by.advocate()::equals)
                .isPresent();
        Claim claim = goesOn ? taken(handle, id, by) : claim(handle, id, by);
        if (!claim.advocate().equals(by.advocate())) {
            String who = new Advocates()
                    .find(handle, claim.advocate())
                    .map(Advocate::name)
                    .orElse("A colleague");
            throw new Refused(who + " is dealing with this case now. Take it over first, and say why.");
        }
    }
}
