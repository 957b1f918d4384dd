/** Texts out and in: their words, who may be sent one, what became of each, and who wants no more. */
package uk.referralline.sms;
