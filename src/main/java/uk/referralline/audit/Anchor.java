package uk.referralline.audit;

import java.util.HexFormat;

/**
 * The place and the hash of an entry, to be kept elsewhere: whoever holds one can tell that nothing up to it was changed,
 * and that it was not cut off, which a chain of hashes cannot tell of itself.
 *
 * @param hash SHA-256 in hex
 */
public record Anchor(long seq, String hash) {

    /** @throws IllegalArgumentException when no entry can have them */
    public Anchor {
        if (seq < 1 || !hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("an anchor is a number from 1 and 64 hexadecimal digits");
        }
    }

    static Anchor of(long seq, byte[] hash) {
        return new Anchor(seq, HexFormat.of().formatHex(hash));
    }

    /**
     * As {@link #toString} writes it: the number, a colon, the hash.
     *
     * @throws IllegalArgumentException when it is not written so
     */
    public static Anchor parse(String text) {
        int colon = text.indexOf(':');
        if (!text.matches("[0-9]{1,18}:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("an anchor is written as a number, a colon and 64 hexadecimal digits");
        }
        return new Anchor(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return seq + ":" + hash;
    }
}
