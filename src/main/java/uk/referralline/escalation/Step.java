package uk.referralline.escalation;

import java.time.Duration;

/** One step of telling somebody. @param after so much opening time since the step before */
record Step(Tell tell, Duration after) {}
