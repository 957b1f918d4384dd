package uk.referralline.casework;

/** A rule of the service forbids what an advocate wants to do; nothing was changed. Its message is a sentence for them. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String sentence) {
        super(sentence);
    }

    /** A reason that a person gave, without the space around it. @throws Refused when there is none */
    public static String reason(String typed) {
        String reason = typed.strip();
        if (reason.isEmpty()) {
            throw new Refused("Say why, in a few words.");
        }
        return reason;
    }
}
