/** The only package that knows Twilio's SDK: webhooks, their signature, TwiML, REST, and Twilio's codes as tables. */
package uk.referralline.twilio;
