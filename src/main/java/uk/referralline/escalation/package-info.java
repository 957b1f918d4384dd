/** Tells those on duty, one after another, of work that nobody has taken and of opening hours that nobody covers. */
package uk.referralline.escalation;
