package uk.referralline.ivr;

/** One thing that must hold for every script; what breaks it is added to the subject's findings. */
@FunctionalInterface
interface Check {
    void look(Subject subject);
}
