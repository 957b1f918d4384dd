package uk.referralline.console;

import static uk.referralline.console.Route.get;
import static uk.referralline.console.Route.poll;
import static uk.referralline.console.Route.post;
import static uk.referralline.console.Who.anybody;
import static uk.referralline.console.Who.only;
import static uk.referralline.duty.Role.ADMINISTRATOR;
import static uk.referralline.duty.Role.DUTY_ADVOCATE;
import static uk.referralline.duty.Role.MANAGER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.referralline.duty.Role;

/**
 * Every address of the console and who may use it. What is not in this table cannot be opened: {@link Gate} asks it, and a
 * test tries every line of it as everybody.
 *
 * @param queue and the other components: whatever answers
 */
record ConsoleRoutes(HomePage home, SessionPages session, QueuePage queue) {
    static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    static final Set<Role> CASE_WORKERS = EnumSet.of(DUTY_ADVOCATE, MANAGER);
    static final Set<Role> ADMINISTRATORS = EnumSet.of(ADMINISTRATOR);

    List<Route> table() {
        return List.of(
                get(Asset.PATH, anybody(), Asset::serve),
                get("/", only(EVERYBODY), home::show),
                poll("/session", only(EVERYBODY), session::left),
                post("/session/stay", only(EVERYBODY), session::stay),
                get("/queue", only(CASE_WORKERS), queue::show));
    }
}
