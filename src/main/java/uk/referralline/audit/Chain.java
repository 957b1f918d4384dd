package uk.referralline.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chain that the entries of the audit make. The database makes it; it is checked here, with a sum of our own, so that
 * nobody who could change both the entries and the database's functions goes unseen.
 */
public final class Chain {
    private static final Logger LOG = LoggerFactory.getLogger(Chain.class);
    private static final int BATCH = 5_000;

    private final Jdbi jdbi;
    private Optional<Anchor> told = Optional.empty();

    public Chain(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Reads the whole audit, some thousand entries at a time, while others may add to it.
     *
     * @param expected what somebody kept elsewhere: without it, nothing shows that entries were cut off at the end, or that one
     *     was changed and all later hashes made anew
     */
    public Verdict verify(Optional<Anchor> expected) {
        Optional<Link> newest = Optional.empty();
        Map<String, Long> lacking = new LinkedHashMap<>();
        List<Link> batch = after(newest);
        while (!batch.isEmpty()) {
            for (Link link : batch) {
                if (!link.follows(newest)) {
                    return broken(link, newest);
                }
                if (expected.filter(anchor -> isAnother(anchor, link)).isPresent()) {
                    return new Verdict.Broken("Entry " + link.seq()
                            + " is not the one you expect: it was changed, or the audit was cut short and went on.");
                }
                if (!link.reasonStands()) {
                    return new Verdict.Broken("The reason of entry " + link.seq() + " is not the one that was given.");
                }
                followReasons(link, lacking);
                newest = Optional.of(link);
            }
            batch = after(newest);
        }
        return lacking.values().stream()
                .min(Long::compare)
                .<Verdict>map(seq -> new Verdict.Broken(
                        "The reason of entry " + seq + " is gone, and no later entry says that it was erased."))
                .orElse(whole(newest, expected));
    }

    /** @param lacking the first entry about each subject that lacks its reason, and no entry yet says why */
    private static void followReasons(Link link, Map<String, Long> lacking) {
        if (link.lacksReason()) {
            lacking.putIfAbsent(link.subject(), link.seq());
        }
        if (link.tellsOfErasure()) {
            lacking.remove(link.subject());
        }
    }

    private List<Link> after(Optional<Link> last) {
        long seq = last.map(Link::seq).orElse(0L);
        return jdbi.withExtension(ChainDao.class, entries -> entries.after(seq, BATCH));
    }

    private static boolean isAnother(Anchor expected, Link link) {
        return expected.seq() == link.seq() && !expected.equals(link.anchor());
    }

    private static Verdict broken(Link link, Optional<Link> before) {
        return new Verdict.Broken(
                before.map(last -> "Entry " + link.seq() + " does not follow from entry " + last.seq())
                                .orElse("Entry " + link.seq() + " does not begin the audit")
                        + ": it was changed, or one is missing.");
    }

    private static Verdict whole(Optional<Link> newest, Optional<Anchor> expected) {
        long end = newest.map(Link::seq).orElse(0L);
        if (expected.filter(anchor -> anchor.seq() > end).isPresent()) {
            return new Verdict.Broken("Entry " + expected.get().seq() + " is missing: the audit ends "
                    + (end == 0 ? "before its first entry." : "at entry " + end + "."));
        }
        return new Verdict.Whole(
                newest.map(link -> new Verdict.Newest(link.anchor(), link.at().orElseThrow())));
    }

    /** Logs the newest entry's anchor, unless that was the last one logged: so whoever keeps the log holds anchors. */
    public synchronized void tell() {
        Optional<Anchor> newest =
                jdbi.withExtension(ChainDao.class, ChainDao::newest).map(Link::anchor);
        if (!newest.equals(told)) {
            newest.ifPresent(anchor -> LOG.info("the newest entry of the audit is {}", anchor));
            told = newest;
        }
    }
}
