package uk.referralline.call;

/**
 * One phone that rings for a caller.
 *
 * @param call the caller's
 * @param turn the number of the turn that the end of the ringing will be
 * @param phone its place among those that ring
 */
public record Leg(CallSid call, int turn, int phone) {}
