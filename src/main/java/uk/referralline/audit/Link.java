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
 * @param whyHash of the reason that stands beside the audit; no bytes where none was given
 * @param reason that reason's salt and words, until it is erased
 */
record Link(
        long seq,
        Optional<Instant> at,
        List<Optional<String>> fields,
        byte[] whyHash,
        Optional<byte[]> reason,
        byte[] previousHash,
        byte[] hash) {
    private static final int SUBJECT_KIND = 3;
    private static final int SUBJECT_ID = 4;
    private static final int DETAIL = 5;
    private static final byte[] BEFORE_THE_FIRST = new byte[32];

    /** Whether it is what was written after {@code before}, and nothing between. */
    boolean follows(Optional<Link> before) {
        return seq == before.map(Link::seq).orElse(0L) + 1
                && Arrays.equals(previousHash, before.map(Link::hash).orElse(BEFORE_THE_FIRST))
                && Arrays.equals(hash, sum());
    }

    /** Whether its reason, if it still stands, is the one that was given. */
    boolean reasonStands() {
        return reason.map(words -> Arrays.equals(whyHash, Link.sum(words))).orElse(true);
    }

    /** Whether a reason was given that stands no more. */
    boolean lacksReason() {
        return whyHash.length > 0 && reason.isEmpty();
    }

    /** Whether it says that the reasons in the entries about its subject were erased. */
    boolean tellsOfErasure() {
        return fields.get(DETAIL).equals(Optional.of(Audit.REASONS_ERASED));
    }

    /** What it is about. */
    String subject() {
        return fields.get(SUBJECT_KIND).orElse("") + " "
                + fields.get(SUBJECT_ID).orElse("");
    }

    Anchor anchor() {
        return Anchor.of(seq, hash);
    }

    /** The same sum that {@code db/019_reasons_that_can_be_erased.sql} makes, made anew. */
    private byte[] sum() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(previousHash);
            out.writeLong(seq);
            out.writeLong(at.map(Link::microseconds).orElse(0L));
            for (Optional<String> field : fields) {
                write(out, field);
            }
            if (whyHash.length > 0) {
                out.writeInt(whyHash.length);
                out.write(whyHash);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("nothing is written but memory", impossible);
        }
        return sum(bytes.toByteArray());
    }

    private static byte[] sum(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
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
