package uk.referralline.outbox;

import java.util.Arrays;

/** What may be logged of an exception: its type and place. Its message may quote SQL arguments, which are personal. */
final class Trouble {
    private static final String OURS = "uk.referralline.";

    private Trouble() {}

    static String of(Throwable broken) {
        String place = Arrays.stream(broken.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        String cause = broken.getCause() == null
                ? ""
                : ", caused by " + broken.getCause().getClass().getName();
        return broken.getClass().getName() + place + cause;
    }
}
