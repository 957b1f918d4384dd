package uk.referralline.demo;

import java.util.random.RandomGenerator;

/** Ids such as the provider gives: two letters and 32 hexadecimal digits. */
record Sids(RandomGenerator chance) {

    String next(String kind) {
        return kind + "%016x%016x".formatted(chance.nextLong(), chance.nextLong());
    }
}
