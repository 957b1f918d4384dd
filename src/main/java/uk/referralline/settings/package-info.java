/** The settings files that were in use: who keeps each, and every change of it. */
package uk.referralline.settings;
