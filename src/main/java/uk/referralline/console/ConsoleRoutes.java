package uk.referralline.console;

import static uk.referralline.console.Route.get;
import static uk.referralline.console.Route.poll;
import static uk.referralline.console.Route.post;
import static uk.referralline.console.Route.screen;
import static uk.referralline.console.Who.anybody;
import static uk.referralline.console.Who.begun;
import static uk.referralline.console.Who.halfway;
import static uk.referralline.console.Who.only;
import static uk.referralline.console.signin.Stage.CODE;
import static uk.referralline.console.signin.Stage.NEW_PASSWORD;
import static uk.referralline.console.signin.Stage.SET_UP;
import static uk.referralline.duty.Role.ADMINISTRATOR;
import static uk.referralline.duty.Role.ANALYST;
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
 * @param work and the other components: whatever answers
 */
record ConsoleRoutes(
        HomePage home,
        SessionPages session,
        SignInPages signIn,
        AccountPages account,
        PeoplePages people,
        Console.Work work) {
    static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    static final Set<Role> CASE_WORKERS = EnumSet.of(DUTY_ADVOCATE, MANAGER);
    static final Set<Role> WATCHERS = EnumSet.of(DUTY_ADVOCATE, MANAGER, ANALYST);
    static final Set<Role> SETTERS = EnumSet.of(MANAGER, ADMINISTRATOR);
    /** Of the call script. */
    static final Set<Role> READERS = EnumSet.of(DUTY_ADVOCATE, MANAGER, ADMINISTRATOR);

    static final Set<Role> MANAGERS = EnumSet.of(MANAGER);
    static final Set<Role> ADMINISTRATORS = EnumSet.of(ADMINISTRATOR);

    List<Route> table() {
        return List.of(
                poll(Asset.PATH, anybody(), Asset::serve),
                poll(Asset.FAVICON, anybody(), Asset::favicon),

                // Signing in.
                get("/sign-in", anybody(), signIn::show),
                post("/sign-in", anybody(), signIn::password),
                get("/sign-in/code", halfway(CODE), signIn::showCode),
                post("/sign-in/code", halfway(CODE), signIn::code),
                get("/sign-in/recovery", halfway(CODE), signIn::showRecovery),
                post("/sign-in/recovery", halfway(CODE), signIn::recovery),
                get("/sign-in/new-password", halfway(NEW_PASSWORD), signIn::showNewPassword),
                post("/sign-in/new-password", halfway(NEW_PASSWORD), signIn::newPassword),
                get("/sign-in/set-up", halfway(SET_UP), signIn::showSetUp),
                post("/sign-in/set-up", halfway(SET_UP), signIn::setUp),
                post("/sign-out", begun(), signIn::signOut),

                // One's own.
                get("/", only(EVERYBODY), home::show),
                poll("/session", only(EVERYBODY), session::left),
                post("/session/stay", only(EVERYBODY), session::stay),
                get("/account", only(EVERYBODY), account::show),
                get("/account/password", only(EVERYBODY), account::showPassword),
                post("/account/password", only(EVERYBODY), account::password),
                get("/account/recovery-codes", only(EVERYBODY), account::showRecoveryCodes),
                post("/account/recovery-codes", only(EVERYBODY), account::recoveryCodes),
                post("/account/sign-out-everywhere", only(EVERYBODY), account::signOutEverywhere),

                // The service.
                get("/duty", only(CASE_WORKERS), work.duty().page()::show),
                post("/duty/note", only(CASE_WORKERS), work.duty().handOvers()::write),
                post("/duty/note/{id}/read", only(CASE_WORKERS), work.duty().handOvers()::read),
                post("/duty/away", only(CASE_WORKERS), work.duty().rota()::away),
                post("/duty/away/{id}/back", only(CASE_WORKERS), work.duty().rota()::back),
                post("/duty/swap", only(CASE_WORKERS), work.duty().rota()::ask),
                post("/duty/offer", only(CASE_WORKERS), work.duty().rota()::offer),
                post("/duty/swap/{id}/agree", only(CASE_WORKERS), work.duty().rota()::agree),
                post("/duty/swap/{id}/withdraw", only(CASE_WORKERS), work.duty().rota()::withdraw),
                get("/duty/shifts", only(MANAGERS), work.duty().shifts()::show),
                post("/duty/shifts", only(MANAGERS), work.duty().shifts()::add),
                post("/duty/shifts/{id}/end", only(MANAGERS), work.duty().shifts()::end),
                post("/duty/upkeep", only(MANAGERS), work.duty().shifts()::keep),
                get("/scripts", only(READERS), work.lists().scripts()::show),
                post("/scripts/reload", only(SETTERS), work.lists().scripts()::reload),
                get("/scripts/words", only(READERS), work.lists().scripts()::words),
                get("/scripts/diagram", only(READERS), work.lists().scripts()::diagram),
                get("/scripts/diagram.svg", only(READERS), work.lists().scripts()::picture),
                get("/scripts/compare", only(READERS), work.lists().scripts()::compare),
                get("/settings", only(SETTERS), work.lists().settings()::show),
                get("/settings/{file}", only(SETTERS), work.lists().settings()::one),

                // Cases.
                get("/queue", only(CASE_WORKERS), work.queue()::show),
                poll("/queue/rows", only(CASE_WORKERS), work.queue()::rows),
                poll("/queue/events", only(CASE_WORKERS), work.events()::listen),
                post("/queue/next", only(CASE_WORKERS), work.queue()::next),
                get("/search", only(CASE_WORKERS), work.search()::show),
                post("/search", only(CASE_WORKERS), work.search()::find),
                get("/search/found", only(CASE_WORKERS), work.search()::found),
                get("/reference/{reference}", only(CASE_WORKERS), work.page()::byReference),
                get("/case/{id}", only(CASE_WORKERS), work.page()::show),
                post("/case/{id}/open", only(CASE_WORKERS), work.page()::open),
                post("/case/{id}/claim", only(CASE_WORKERS), work.actions()::claim),
                post("/case/{id}/take-over", only(CASE_WORKERS), work.actions()::takeOver),
                post("/case/{id}/release", only(CASE_WORKERS), work.actions()::release),
                post("/case/{id}/attempt", only(CASE_WORKERS), work.actions()::attempt),
                post("/case/{id}/plan", only(CASE_WORKERS), work.actions()::plan),
                post("/case/{id}/prefer", only(CASE_WORKERS), work.actions()::prefer),
                post("/case/{id}/give-up", only(CASE_WORKERS), work.actions()::giveUp),
                post("/case/{id}/note", only(CASE_WORKERS), work.actions()::note),
                post("/case/{id}/correct", only(CASE_WORKERS), work.actions()::correct),
                post("/case/{id}/urgency", only(CASE_WORKERS), work.actions()::urgency),
                post("/case/{id}/eligibility", only(CASE_WORKERS), work.actions()::eligibility),
                post("/case/{id}/owner", only(CASE_WORKERS), work.actions()::owner),
                post("/case/{id}/need", only(CASE_WORKERS), work.contact()::need),
                post("/case/{id}/withdraw-need", only(CASE_WORKERS), work.contact()::withdrawNeed),
                post("/case/{id}/unblock", only(CASE_WORKERS), work.contact()::unblock),
                post("/case/{id}/number", only(CASE_WORKERS), work.contact()::number),
                post("/case/{id}/promise", only(CASE_WORKERS), work.contact()::promise),
                post("/case/{id}/alert", only(CASE_WORKERS), work.contact()::alert),
                post("/case/{id}/lift", only(CASE_WORKERS), work.contact()::lift),
                post("/case/{id}/settle", only(CASE_WORKERS), work.contact()::settle),
                post("/case/{id}/written-up", only(CASE_WORKERS), work.actions()::writtenUp),
                post("/case/{id}/link", only(CASE_WORKERS), work.samePerson()::link),
                post("/case/{id}/unlink", only(CASE_WORKERS), work.samePerson()::unlink),
                post("/case/{id}/merge", only(CASE_WORKERS), work.samePerson()::merge),
                post("/case/{id}/unmerge", only(CASE_WORKERS), work.samePerson()::unmerge),
                post("/case/{id}/close", only(CASE_WORKERS), work.actions()::close),
                post("/case/{id}/undo-attempt", only(CASE_WORKERS), work.actions()::undoAttempt),
                post("/case/{id}/undo-close", only(CASE_WORKERS), work.actions()::undoClose),
                post("/case/{id}/copy", only(MANAGERS), work.copies()::take),
                post("/case/{id}/reopen", only(CASE_WORKERS), work.actions()::reopen),
                get("/case/{id}/message/{sid}", only(CASE_WORKERS), work.messages()::play),
                get("/case/{id}/referral", only(CASE_WORKERS), work.referral()::show),
                post("/case/{id}/referral", only(CASE_WORKERS), work.referral()::keep),
                post("/case/{id}/referral/preview", only(CASE_WORKERS), work.referral()::preview),
                post("/case/{id}/referral/said-no", only(CASE_WORKERS), work.referral()::saidNo),

                // What was on the line.
                get("/calls", only(CASE_WORKERS), work.lists().calls()::list),
                get("/calls/{sid}", only(CASE_WORKERS), work.lists().calls()::show),
                get("/texts", only(CASE_WORKERS), work.lists().texts()::sent),
                get("/texts/to-look-at", only(CASE_WORKERS), work.lists().texts()::toLookAt),
                get("/texts/received", only(CASE_WORKERS), work.lists().texts()::received),
                get("/wallboard", only(WATCHERS), work.lists().wallboard()::show),
                screen("/wallboard/again", only(WATCHERS), work.lists().wallboard()::show),
                screen("/wallboard/board", only(WATCHERS), work.lists().wallboard()::board),

                // Accounts.
                get("/people", only(ADMINISTRATORS), people::list),
                get("/people/add", only(ADMINISTRATORS), people::showAdd),
                post("/people/add", only(ADMINISTRATORS), people::add),
                get("/people/{id}", only(ADMINISTRATORS), people::show),
                post("/people/{id}/role", only(ADMINISTRATORS), people::role),
                post("/people/{id}/mobile", only(ADMINISTRATORS), people::mobile),
                post("/people/{id}/reset", only(ADMINISTRATORS), people::reset),
                post("/people/{id}/off", only(ADMINISTRATORS), people::off),
                post("/people/{id}/on", only(ADMINISTRATORS), people::on));
    }
}
