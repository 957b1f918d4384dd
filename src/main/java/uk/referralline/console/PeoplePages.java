package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import uk.referralline.console.signin.FirstPassword;
import uk.referralline.console.signin.People;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;

/** Where an administrator looks after the accounts of the people who work here. */
final class PeoplePages {
    private static final String UNCHANGED = "Nothing has changed";

    private static final String NAME = "name";
    private static final String SIGN_IN = "sign-in";
    private static final String ROLE = "role";
    private static final String MOBILE = "mobile";
    private static final int LONGEST = 100;

    private final People people;
    private final NumberPlan plan;

    PeoplePages(People people, NumberPlan plan) {
        this.people = people;
        this.plan = plan;
    }

    /** GET /people */
    void list(Visit visit) {
        visit.show(TEMPLATES.people(visit.page("People"), people.all(), visit.now()));
    }

    /** GET /people/add */
    void showAdd(Visit visit) {
        visit.show(TEMPLATES.peopleAdd(visit.page("Add a person"), "", "", ""));
    }

    /** POST /people/add */
    void add(Visit visit) {
        Optional<Role> role = role(visit.field(ROLE));
        Errors errors = Errors.NONE
                .when(visit.field(NAME).isEmpty(), NAME, "Enter the person's name")
                .when(visit.field(NAME).length() > LONGEST, NAME, "The name must have at most 100 characters")
                .when(
                        !visit.field(SIGN_IN).matches("[\\p{L}\\p{N}@._+-]{2,100}"),
                        SIGN_IN,
                        "Enter an e-mail address or a short name, without spaces")
                .when(role.isEmpty(), ROLE, "Choose a role");
        if (errors.any()) {
            addAgain(visit, errors);
            return;
        }
        var person = new NewAdvocate(visit.field(NAME), visit.field(SIGN_IN), role.get(), Optional.empty());
        people.add(person, by(visit))
                .ifPresentOrElse(
                        first -> showFirst(visit, person.name(), person.signIn(), first),
                        () -> addAgain(visit, Errors.of(SIGN_IN, "Somebody signs in by this name already")));
    }

    private void addAgain(Visit visit, Errors errors) {
        visit.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                TEMPLATES.peopleAdd(
                        visit.page("Add a person").with(errors),
                        visit.field(NAME),
                        visit.field(SIGN_IN),
                        visit.field(ROLE)));
    }

    private static void showFirst(Visit visit, String name, String signIn, FirstPassword first) {
        visit.show(TEMPLATES.peopleFirstPassword(visit.page("First password for " + name), signIn, first.text()));
    }

    /** GET /people/{id} */
    void show(Visit visit) {
        with(visit, (entry, id) -> show(visit, entry, shown(entry), Errors.NONE));
    }

    private void show(Visit visit, People.Entry entry, String mobile, Errors errors) {
        boolean oneself = visit.person().id().equals(entry.person().id());
        visit.context().status(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        visit.show(
                TEMPLATES.person(visit.page(entry.person().name()).with(errors), entry, oneself, mobile, visit.now()));
    }

    private String shown(People.Entry entry) {
        return entry.person().mobile().map(plan::written).orElse("");
    }

    /** POST /people/{id}/mobile: where they are rung and told by text when they are on duty. */
    void mobile(Visit visit) {
        String typed = visit.field(MOBILE);
        Optional<PhoneNumber> mobile =
                plan.keyed(typed).filter(number -> plan.kind(number).mayText());
        with(visit, (entry, id) -> {
            if (!typed.isEmpty() && mobile.isEmpty()) {
                show(
                        visit,
                        entry,
                        typed,
                        Errors.of(MOBILE, "Enter a UK mobile number, such as 07700 900123, or nothing"));
                return;
            }
            if (mobile.equals(entry.person().mobile())) {
                visit.go("/people", UNCHANGED);
                return;
            }
            people.changeMobile(id, mobile, by(visit));
            String name = entry.person().name();
            visit.go(
                    "/people",
                    mobile.isPresent() ? name + " has a new mobile number" : name + " has no mobile number now");
        });
    }

    /** POST /people/{id}/role */
    void role(Visit visit) {
        with(visit, (entry, id) -> {
            Role role = role(visit.field(ROLE)).orElse(entry.person().role());
            if (role == entry.person().role()) {
                visit.go("/people", UNCHANGED);
                return;
            }
            people.changeRole(id, role, by(visit));
            visit.go("/people", entry.person().name() + " has a new role: " + lower(role));
        });
    }

    /** POST /people/{id}/reset */
    void reset(Visit visit) {
        with(
                visit,
                (entry, id) ->
                        showFirst(visit, entry.person().name(), entry.person().signIn(), people.reset(id, by(visit))));
    }

    /** POST /people/{id}/off */
    void off(Visit visit) {
        with(visit, (entry, id) -> {
            people.turnOff(id, by(visit));
            visit.go("/people", entry.person().name() + " can no longer sign in");
        });
    }

    /** POST /people/{id}/on */
    void on(Visit visit) {
        with(visit, (entry, id) -> {
            people.turnOn(id, by(visit));
            visit.go("/people", entry.person().name() + " can sign in again");
        });
    }

    private void with(Visit visit, BiConsumer<People.Entry, AdvocateId> work) {
        Optional<People.Entry> entry = Optional.of(visit.context().pathParam("id"))
                .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                .flatMap(id -> people.find(new AdvocateId(Long.parseLong(id))));
        if (entry.isEmpty()) {
            ErrorPages.missing(visit);
            return;
        }
        try {
            work.accept(entry.get(), entry.get().person().id());
        } catch (People.Oneself refused) {
            visit.go("/people", "You cannot change your own role or turn yourself off: another administrator can");
        }
    }

    private static Optional<Role> role(String word) {
        return Arrays.stream(Role.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
    }

    private static String lower(Role role) {
        return role.title().toLowerCase(java.util.Locale.UK);
    }

    private static Optional<AdvocateId> by(Visit visit) {
        return Optional.of(visit.person().id());
    }
}
