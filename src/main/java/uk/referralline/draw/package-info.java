/** Draws a call script, for a wall and for a page: steps as boxes, keys on the lines between them. */
package uk.referralline.draw;
