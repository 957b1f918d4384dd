package uk.referralline.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers that the account owns. */
final class Numbers {

    private final Sids sids;
    private final Map<String, OwnNumber> byE164 = new LinkedHashMap<>();

    Numbers(Sids sids) {
        this.sids = sids;
    }

    synchronized OwnNumber own(String e164) {
        return byE164.computeIfAbsent(e164, number -> new OwnNumber(sids.next("PN"), number));
    }

    synchronized Optional<OwnNumber> find(String e164) {
        return Optional.ofNullable(byE164.get(e164));
    }

    synchronized List<OwnNumber> all() {
        return List.copyOf(byE164.values());
    }

    /** The first number with this setting: the one that a test means when it names none. */
    OwnNumber firstWith(String setting) {
        return all().stream()
                .filter(number -> number.get(setting).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No number of the sandbox has a " + setting));
    }
}
