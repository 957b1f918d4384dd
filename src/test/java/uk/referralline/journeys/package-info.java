/**
 * The console in a real browser. Write {@code @Journey} on a test class, open a {@link Visitor} for each person, and do what
 * they do. Each visitor fails the test on an error in the browser's console, on a request that leaves this machine, and, at
 * {@link Visitor#isFit}, on a page that is not accessible. Screenshots are in {@code target/screenshots}.
 *
 * <p>Without Chromium the journeys are skipped and say so; with {@code JOURNEYS=required} that is a failure.
 */
package uk.referralline.journeys;
