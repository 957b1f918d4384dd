package uk.referralline.casework;

import java.util.function.Supplier;

/** Everything an advocate can do on cases, built from the settings that hold now. */
public record Desks(
        Claims claims,
        Callbacks callbacks,
        CaseDesk cases,
        Closings closings,
        Slips slips,
        SafetyDesk safety,
        ReferralDesk referrals,
        Links links,
        Merges merges) {

    /** @param settings those that hold at the moment they are asked */
    public static Desks of(Supplier<CaseSettings> settings) {
        Supplier<DueTimes> dueTimes = () -> settings.get().dueTimes();
        Supplier<AttemptRules> attempts = () -> settings.get().attempts();
        var claims = new Claims(() -> attempts.get().lease());
        return new Desks(
                claims,
                new Callbacks(attempts, dueTimes, claims),
                new CaseDesk(dueTimes, claims),
                new Closings(claims),
                new Slips(claims),
                new SafetyDesk(),
                new ReferralDesk(
                        () -> settings.get().eligibility(), () -> settings.get().urgency(), dueTimes, claims),
                new Links(),
                new Merges());
    }

    /** What the rules of casework are read from. */
    public record CaseSettings(
            DueTimes dueTimes, AttemptRules attempts, EligibilityRules eligibility, UrgencyRules urgency) {}
}
