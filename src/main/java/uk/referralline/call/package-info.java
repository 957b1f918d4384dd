/** Calls and their turns as they are kept: each turn of a call is one transaction. */
package uk.referralline.call;
