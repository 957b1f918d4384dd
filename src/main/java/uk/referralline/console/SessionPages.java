package uk.referralline.console;

import java.time.Duration;

/** How long somebody is still signed in, for the script that warns them. */
final class SessionPages {

    /** GET /session: whole seconds, and asking does not make them more. */
    void left(Visit visit) {
        tell(visit);
    }

    /** POST /session/stay: they have pressed the button; whole seconds from now. */
    void stay(Visit visit) {
        tell(visit);
    }

    private static void tell(Visit visit) {
        var ends = visit.visitor().orElseThrow().session().endsAt();
        visit.context()
                .result(String.valueOf(Duration.between(visit.now(), ends).toSeconds()));
    }
}
