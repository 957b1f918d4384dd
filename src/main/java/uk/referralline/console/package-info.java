/** The advocates' web pages: who may open which, how they look, and each page's four moves. */
package uk.referralline.console;
