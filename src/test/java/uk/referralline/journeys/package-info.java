/**
 * The console in a real browser. Write {@code @Journey} on a test class, open a {@link Visitor} for each person, and do what
 * they do: {@link Visitor#signedIn} puts them behind the door, {@link Member} brings them through it, and {@link Callers}
 * phone the line. Each visitor fails the test on an error in the browser's console, on a file that is missing, on a request
 * that leaves this machine, and, at {@link Visitor#isFit}, on a page that is not accessible. Screenshots are in {@code
 * target/screenshots}. Pages that are added to the console's table are looked at without being named here.
 *
 * <p>Without Chromium the journeys are skipped and say so; with {@code JOURNEYS=required}, in the environment or as a
 * property, that is a failure.
 */
package uk.referralline.journeys;
