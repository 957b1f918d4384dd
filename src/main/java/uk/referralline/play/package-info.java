/** Walks a call script without a phone: conversations written like plays, and the walk that runs them. Pure. */
package uk.referralline.play;
