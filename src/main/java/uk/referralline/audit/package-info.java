/** Who did what with which record, when, and why if they were asked: written down for good, and never contents. */
package uk.referralline.audit;
