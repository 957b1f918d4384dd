/** Texts out and in: templates, the five conditions at the moment of sending, opt-outs, delivery status. */
package uk.referralline.sms;
