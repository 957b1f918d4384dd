/** Everything that happened on a case, in the order it happened, read from whatever keeps it. */
package uk.referralline.timeline;
