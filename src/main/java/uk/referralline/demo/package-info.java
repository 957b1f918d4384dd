/** A week of an invented line, for a newcomer to look at: played through the doors that real callers and advocates use. */
package uk.referralline.demo;
