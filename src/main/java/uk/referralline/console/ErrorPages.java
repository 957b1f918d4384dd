package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import io.javalin.http.HttpStatus;

/** What somebody sees when a page cannot be shown: what is so, and a way on. */
final class ErrorPages {
    private ErrorPages() {}

    static void denied(Visit visit) {
        visit.show(
                HttpStatus.FORBIDDEN,
                TEMPLATES.message(
                        visit.page("You may not open this page"),
                        "Your role here is " + visit.person().role().title().toLowerCase(java.util.Locale.UK)
                                + ", and this page is for other roles."));
    }

    /** A page of the door, to which somebody went back. */
    static void signedInAlready(Visit visit) {
        visit.show(
                HttpStatus.FORBIDDEN,
                TEMPLATES.message(
                        visit.page("You are signed in already"),
                        "This page is for signing in. Recovery codes are shown once: if you have not kept yours, make"
                                + " new ones under Your account."));
    }

    static void notFromHere(Visit visit) {
        visit.show(
                HttpStatus.FORBIDDEN,
                TEMPLATES.message(
                        visit.page("We could not take that"),
                        "The form did not come from a page that you opened here, or the page was too old. Open the page"
                                + " again and try once more. If it goes on, allow cookies for this site, and check that"
                                + " its address begins with https."));
    }

    static void missing(Visit visit) {
        visit.show(
                HttpStatus.NOT_FOUND,
                TEMPLATES.message(
                        visit.page("Page not found"), "There is nothing at this address. Check that it is whole."));
    }

    static void tooLong(Visit visit) {
        visit.show(
                HttpStatus.CONTENT_TOO_LARGE,
                TEMPLATES.message(
                        visit.page("That is too long to send"),
                        "Nothing of it was kept. Go back, where what you typed is still there, and shorten it."));
    }

    static void broken(Visit visit) {
        visit.show(
                HttpStatus.SERVICE_UNAVAILABLE,
                TEMPLATES.message(
                        visit.page("Sorry, this does not work at the moment"),
                        "What you sent may not have been kept. Try again in a minute, and look whether it is there before you"
                                + " send it again."));
    }
}
