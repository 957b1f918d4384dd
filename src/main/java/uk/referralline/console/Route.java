package uk.referralline.console;

import io.javalin.http.HandlerType;
import java.util.Set;
import uk.referralline.duty.Role;

/**
 * One line of the console's table: an address, who may use it, and what answers.
 *
 * @param path as Javalin has it, with names in braces
 * @param keeps who stays signed in by a request to it
 */
public record Route(HandlerType method, String path, Who who, Set<Role> keeps, Action action) {
    public Route {
        keeps = Set.copyOf(keeps);
    }

    /** A page to look at. */
    static Route get(String path, Who who, Action action) {
        return new Route(HandlerType.GET, path, who, ConsoleRoutes.EVERYBODY, action);
    }

    /** Something to do. */
    static Route post(String path, Who who, Action action) {
        return new Route(HandlerType.POST, path, who, ConsoleRoutes.EVERYBODY, action);
    }

    /** What a page or a browser fetches by itself, once or again and again: it keeps nobody signed in. */
    static Route poll(String path, Who who, Action action) {
        return new Route(HandlerType.GET, path, who, Set.of(), action);
    }

    /** The same for a screen on a wall: who sees no identities stays signed in until the day's end, and nobody else. */
    static Route screen(String path, Who who, Action action) {
        return new Route(HandlerType.GET, path, who, Set.of(Role.ANALYST), action);
    }

    /** Whether a request to it shows that the person is at the keyboard. */
    public boolean counts() {
        return keeps.equals(ConsoleRoutes.EVERYBODY);
    }
}
