package uk.referralline.sandbox;

import java.util.random.RandomGenerator;

/** Makes SIDs: two letters for the kind and 32 hexadecimal digits. */
final class Sids {

    private final RandomGenerator chance;

    Sids(RandomGenerator chance) {
        this.chance = chance;
    }

    synchronized String next(String kind) {
        return kind + String.format("%016x%016x", chance.nextLong(), chance.nextLong());
    }
}
