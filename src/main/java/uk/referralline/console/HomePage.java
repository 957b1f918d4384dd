package uk.referralline.console;

/** The first page: it leads everybody to where their work is. */
final class HomePage {

    /** GET / */
    void show(Visit visit) {
        visit.go(NavigationLink.first(visit.person().role()));
    }
}
