package uk.referralline.call;

import java.time.Instant;
import java.util.Locale;
import uk.referralline.casework.Reference;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.CivilTime;
import uk.referralline.ivr.Facts;

/** One line about a call that ended: which case, and what was promised. Nothing personal. */
record Summary(CallState state) {

    @Override
    public String toString() {
        String reference = state.answer(Facts.REFERENCE)
                .map(digits -> new Reference(digits).written())
                .orElse("unknown");
        String used = state.answer("earlier-reference").equals(state.answer(Facts.REFERENCE)) ? "used" : "opened";
        String promised = state.answer(Facts.DUE)
                .map(due -> "promised by " + CivilTime.time(Instant.parse(due), Locale.UK) + " on "
                        + CivilTime.day(Instant.parse(due), Locale.UK))
                .orElse("nothing promised");
        return "Call ended: case %s %s, %s.".formatted(reference, used, promised);
    }
}
