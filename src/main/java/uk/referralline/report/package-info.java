/** Figures for those who look after the service: read-only, and about nobody in particular. */
package uk.referralline.report;
