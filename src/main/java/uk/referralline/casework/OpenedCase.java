package uk.referralline.casework;

/** A case just opened, and the reference that people use for it. */
public record OpenedCase(CaseId id, Reference reference) {}
