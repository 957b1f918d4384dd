package uk.referralline.casework;

import java.util.List;

/**
 * What became of promised calls once it has changed who is one person, or a call has ended.
 *
 * @param again cases on which a call is promised again, as it had moved to one of somebody else
 * @param moved cases whose call is promised on another one of the same person now
 * @param closed cases that are closed, and on which a call was promised that nobody has made
 */
public record Calls(List<CaseId> again, List<CaseId> moved, List<CaseId> closed) {
    static final Calls NONE = new Calls(List.of(), List.of(), List.of());
}
