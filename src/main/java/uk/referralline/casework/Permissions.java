package uk.referralline.casework;

/** What a person allows on one number. What was not asked is no. */
public record Permissions(boolean ownPhone, boolean mayLeaveMessage, boolean mayText) {}
