/** Who is at the door of the console: accounts, second factors, sessions, and how often somebody may try. */
package uk.referralline.console.signin;
