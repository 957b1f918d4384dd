/**
 * A Twilio of our own: it calls and texts the line, runs the TwiML it is answered, takes REST requests, and has a
 * phone page for people. It knows the line only through HTTP and listens on loopback only.
 */
package uk.referralline.sandbox;
