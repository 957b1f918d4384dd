package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A call that a person was promised on one of their cases, for telling which of theirs is made.
 *
 * @param goesOn the case on which it would be made: its own, or the one in which that goes on
 * @param person one of the person's cases, the same for all of them
 * @param caseOpen whether the case on which it would be made is open
 * @param noPhone whether it is noted there that the person must not be phoned
 * @param heldBy the call that answers this one too
 * @param astray whether it was made from here only because of a merge that is undone
 * @param newest whether it is the last of its own case that nothing else answers
 * @param blocked whether its number must not be called any more
 * @param phone the same for all calls to one number, or one ward
 * @param promised by when it was promised, whatever it holds
 */
public record AskedCall(
        long id,
        CaseId caseId,
        CaseId goesOn,
        CaseId person,
        boolean caseOpen,
        boolean noPhone,
        boolean open,
        Optional<String> outcome,
        Optional<Long> heldBy,
        boolean astray,
        boolean newest,
        boolean blocked,
        int phone,
        int attempts,
        Instant promised,
        Optional<Instant> nextAt,
        Instant askedLast) {
    static final String MOVED = "asked-again-on-linked-case";
    static final String MERGED = "merged";
    static final String DROPPED = "merge-undone";
    static final String NO_PHONE = "must-not-be-phoned";
    static final String CANCELLED = "cancelled-by-caller";
    static final String SAID_NO = "said-no";

    /** It ended, and did not reach anybody. */
    private static final Set<String> UNKEPT = Set.of("wrong-number", "given-up", NO_PHONE);

    /** Whether it is to be made, and by none of its own case: it was merged, or nothing forbids it any more. */
    boolean isFree() {
        boolean forbidden = noPhone || outcome.filter(NO_PHONE::equals).isEmpty();
        return caseOpen && (open ? !caseId.equals(goesOn) : newest && !forbidden);
    }

    /** Whether it is not that case's own, and nobody was reached by it. */
    boolean isToBeDropped() {
        return astray
                && (open
                        || heldBy.isPresent()
                        || outcome.filter(UNKEPT::contains).isPresent());
    }

    /**
     * Whether the other call, which this one holds, needs not be made. What was cancelled is this request alone, and where a number did
     * not lead to the person, another one may.
     */
    boolean answers(AskedCall held) {
        if (open || goesOn.equals(held.goesOn)) {
            return true;
        }
        return switch (outcome.orElseThrow()) {
            case CANCELLED, SAID_NO -> false;
            case "wrong-number", "given-up" -> held.blocked || held.phone == phone;
            // It is held itself, and is promised again first.
            case MOVED, MERGED -> caseOpen;
            default -> true;
        };
    }

    AskedCall opened() {
        return as(id, caseId, true, Optional.empty(), Optional.empty());
    }

    AskedCall ended(String why, Optional<Long> holder) {
        return as(id, caseId, false, Optional.of(why), holder);
    }

    /** Made from the case in which its own goes on. */
    AskedCall copied(long copy) {
        return as(copy, goesOn, true, Optional.empty(), Optional.empty());
    }

    /** Still knows what held it, for what it held itself. */
    AskedCall dropped() {
        return as(id, caseId, false, Optional.of(DROPPED), heldBy);
    }

    boolean isDropped() {
        return outcome.filter(DROPPED::equals).isPresent();
    }

    private AskedCall as(long row, CaseId on, boolean isOpen, Optional<String> ended, Optional<Long> holder) {
        return new AskedCall(
                row, on, goesOn, person, caseOpen, noPhone, isOpen, ended, holder, astray, newest, blocked, phone,
                attempts, promised, nextAt, askedLast);
    }

    /** When somebody is to do something about it; nothing where a person decides first. */
    Stream<Instant> due() {
        return nextAt.or(() -> Optional.of(promised).filter(promise -> attempts == 0)).stream();
    }
}
