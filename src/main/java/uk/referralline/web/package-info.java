/** Every route of the service on one page, and what watches over it: health, metrics, error pages. */
package uk.referralline.web;
