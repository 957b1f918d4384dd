/**
 * Walks a call script without a phone: conversations written like plays, the walk that runs them, and the checker that walks
 * every way there is. Pure.
 */
package uk.referralline.play;
