package uk.referralline;

import uk.referralline.store.Database;

/** The database as a line opens it, for tests that need no line. */
public final class LineDatabase {

    private LineDatabase() {}

    /** The caller closes it. */
    public static Database open(String url) {
        return ValueTypes.open(url);
    }
}
