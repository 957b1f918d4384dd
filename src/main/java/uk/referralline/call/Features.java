package uk.referralline.call;

import uk.referralline.casework.Casework;
import uk.referralline.recording.Recordings;
import uk.referralline.sms.Suppressions;

/** The features that a call's effects reach. */
public record Features(
        Casework casework, Recordings recordings, Confirmations confirmations, Suppressions suppressions) {}
