package uk.referralline.casework;

import java.util.List;

/**
 * What became of promised calls when the cases of what was one person are those of two.
 *
 * @param again cases on which a call is promised again, as it had moved to one of somebody else
 * @param moved cases whose call is promised on another one of the same person now
 */
public record Calls(List<CaseId> again, List<CaseId> moved) {}
