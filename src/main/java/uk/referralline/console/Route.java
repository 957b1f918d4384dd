package uk.referralline.console;

import io.javalin.http.HandlerType;

/**
 * One line of the console's table: an address, who may use it, and what answers.
 *
 * @param path as Javalin has it, with names in braces
 * @param counts whether a request to it shows that the person is at the keyboard
 */
public record Route(HandlerType method, String path, Who who, boolean counts, Action action) {

    /** A page to look at. */
    static Route get(String path, Who who, Action action) {
        return new Route(HandlerType.GET, path, who, true, action);
    }

    /** Something to do. */
    static Route post(String path, Who who, Action action) {
        return new Route(HandlerType.POST, path, who, true, action);
    }

    /** What a page fetches by itself, again and again: it keeps nobody signed in. */
    static Route poll(String path, Who who, Action action) {
        return new Route(HandlerType.GET, path, who, false, action);
    }
}
