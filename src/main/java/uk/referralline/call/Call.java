package uk.referralline.call;

import java.time.Instant;
import java.util.Map;
import uk.referralline.casework.CaseId;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Input;

/**
 * A call as it is kept.
 *
 * @param scriptVersion the script it began with, and ends with
 * @param turns how many have been taken: the number of the next
 */
record Call(CallSid sid, CaseId caseId, long scriptVersion, CallStatus status, CallState state, int turns) {

    /** A turn that has been taken. @param kept what became known when its effects were kept, such as the due time */
    record PastTurn(Input input, CallState before, Map<String, String> kept) {}

    /** A turn to be written down. */
    record NewTurn(Input input, Map<String, String> kept, CallState after, Instant at) {}
}
