package uk.referralline.duty;

/** A change of the rota or a note that cannot be; the message is one sentence for the person who asked. */
public final class DutyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DutyRefused(String sentence) {
        super(sentence);
    }
}
