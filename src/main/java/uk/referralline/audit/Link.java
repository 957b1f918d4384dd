package uk.referralline.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A row of the audit as it stands, whether or not it is as it was written: so nothing about it is refused.
 *
 * @param fields what was done, in the order of the table
 */
record Link(long seq, Optional<Instant> at, List<Optional<String>> fields, byte[] previousHash, byte[] hash) {
    private static final byte[] BEFORE_THE_FIRST = new byte[32];

    /** Whether it is what was written after {@code before}, and nothing between. */
    boolean follows(Optional<Link> before) {
        return seq == before.map(Link::seq).orElse(0L) + 1
                && Arrays.equals(previousHash, before.map(Link::hash).orElse(BEFORE_THE_FIRST))
                && Arrays.equals(hash, sum());
    }

    Anchor anchor() {
        return Anchor.of(seq, hash);
    }

    /** The same sum that {@code db/006_audit.sql} makes, made anew. */
    private byte[] sum() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(previousHash);
            out.writeLong(seq);
            out.writeLong(at.map(Link::microseconds).orElse(0L));
            for (Optional<String> field : fields) {
                write(out, field);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException | IOException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static long microseconds(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static void write(DataOutputStream out, Optional<String> field) throws IOException {
        if (field.isEmpty()) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = field.get().getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Without what is in it. */
    @Override
    public String toString() {
        return "entry " + seq;
    }
}
