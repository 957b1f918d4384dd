package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;

/** How an administrator looks after accounts. */
class PeopleTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    private Browser administrator;

    @BeforeEach
    void signIn() {
        administrator = Browser.signedIn(line, Role.ADMINISTRATOR);
    }

    @Test
    void aNewPersonIsGivenAFirstPasswordThatIsShownOnce() {
        String first = add("Asha Bell", "Asha.Bell@example.org", "duty-advocate");

        administrator.get("/people");
        assertThat(administrator.body())
                .contains("Asha Bell", "asha.bell@example.org", "First password, until Tuesday 1 December at 10:15am")
                .doesNotContain(first);
        assertThat(signIn("asha.bell@example.org", first)).isEqualTo("/sign-in/new-password");
    }

    @Test
    void aFormWithMistakesTellsEachBesideItsFieldAndKeepsTheRest() {
        administrator.get("/people/add").post("/people/add", "name", "<b>Asha</b>", "sign-in", "a b");

        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.title()).startsWith("Error: Add a person");
        assertThat(administrator.body())
                .contains("There is a problem", "data-focus", "href=\"#sign-in\"", "href=\"#role\"")
                .contains(
                        "id=\"sign-in-error\"",
                        "aria-describedby=\"sign-in-hint sign-in-error\"",
                        "aria-invalid=\"true\"")
                .contains("value=\"&lt;b>Asha&lt;/b>\"");
    }

    @Test
    void twoPeopleDoNotSignInByOneName() {
        add("Asha Bell", "asha", "manager");
        administrator.get("/people/add").post("/people/add", "name", "B", "sign-in", "ASHA", "role", "manager");

        assertThat(administrator.body()).contains("Somebody signs in by this name already");
    }

    @Test
    void aRoleIsChangedAndTold() {
        Browser person = Browser.signedIn(line, Role.ANALYST);
        String id = newest();

        administrator
                .get("/people/" + id)
                .post("/people/" + id + "/role", "role", "manager")
                .follow();

        assertThat(administrator.body()).contains("has a new role: manager");
        assertThat(person.get("/queue").status()).isEqualTo(200);
        administrator
                .get("/people/" + id)
                .post("/people/" + id + "/role", "role", "")
                .follow();
        assertThat(administrator.body()).contains("Nothing has changed");
    }

    @Test
    void whoeverIsTurnedOffIsOutAtOnceAndCanBeTurnedOnAgain() {
        String first = add("Asha Bell", "asha", "manager");
        Browser person = Browser.signedIn(line, new AdvocateId(Long.parseLong(newest())));
        String page = "/people/" + newest();

        administrator.get(page).post(page + "/off").follow();
        assertThat(administrator.body()).contains("Asha Bell can no longer sign in", "Turned off");
        assertThat(person.get("/queue").location()).startsWith("/sign-in");
        assertThat(signIn("asha", first)).isEqualTo("nowhere");

        administrator.get(page).post(page + "/on");
        assertThat(signIn("asha", first)).isEqualTo("/sign-in/new-password");
    }

    @Test
    void whoeverBeginsAgainHasNothingFromBefore() {
        String first = add("Asha Bell", "asha", "manager");
        Browser person = Browser.signedIn(line, new AdvocateId(Long.parseLong(newest())));
        String page = "/people/" + newest();
        line.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE sign_in_account SET code_secret = repeat('A', 32), first_until = NULL"));

        administrator.get(page).post(page + "/reset");

        assertThat(person.get("/queue").location()).startsWith("/sign-in");
        assertThat(signIn("asha", first)).isEqualTo("nowhere");
        assertThat(signIn("asha", shown())).isEqualTo("/sign-in/new-password");
        assertThat(line.value("SELECT code_secret FROM sign_in_account")).isEqualTo("none");
    }

    @Test
    void anAdministratorDoesNotShutThemselvesOut() {
        String id = newest();
        administrator.get("/people/" + id);
        assertThat(administrator.body()).contains("This is you").doesNotContain("/off\"");
        administrator.get("/account").post("/people/" + id + "/off");
        assertThat(administrator.follow().body()).contains("You cannot change your own role");
        administrator.get("/account").post("/people/" + id + "/role", "role", "analyst");

        assertThat(administrator.get("/people").status()).isEqualTo(200);
    }

    @Test
    void aLinkThatLooksLikeAButtonIsALinkAndAnswersToTheKeysOfOne() {
        assertThat(administrator.get("/people").body())
                .contains("<a class=\"govuk-button\" href=\"/people/add\">")
                .doesNotContain("role=\"button\"");
    }

    @Test
    void thereIsNoPageForNobody() {
        assertThat(administrator.get("/people/999").status()).isEqualTo(404);
        assertThat(administrator.get("/people/x").status()).isEqualTo(404);
    }

    private String add(String name, String signIn, String role) {
        administrator.get("/people/add").post("/people/add", "name", name, "sign-in", signIn, "role", role);
        return shown();
    }

    private String shown() {
        Matcher secret =
                Pattern.compile("line-secret--inset\">([a-z2-7-]{19})<").matcher(administrator.body());
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    private String newest() {
        return line.value("SELECT max(id) FROM advocate");
    }

    private String signIn(String name, String password) {
        return Browser.of(line)
                .get("/sign-in")
                .post("/sign-in", "sign-in", name, "password", password, "wanted", "/")
                .location();
    }

    @Test
    void aMobileNumberIsWhereSomebodyOnDutyIsReached() {
        AdvocateId asha = line.jdbi()
                .withHandle(handle -> new Advocates()
                        .add(
                                handle,
                                new NewAdvocate("Asha Bell", "asha", Role.DUTY_ADVOCATE, Optional.empty()),
                                line.time()))
                .orElseThrow();
        String path = "/people/" + asha.value();
        Browser administrator = Browser.signedIn(line, Role.ADMINISTRATOR).get(path);

        administrator.post(path + "/mobile", "mobile", "01632 960123");
        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.body()).contains("Enter a UK mobile number", "value=\"01632 960123\"");

        administrator.post(path + "/mobile", "mobile", "07700 900123").follow();
        assertThat(administrator.body()).contains("Asha Bell has a new mobile number");
        assertThat(administrator.get(path).body()).contains("value=\"07700 900123\"");
        assertThat(line.value("SELECT mobile FROM advocate WHERE id = " + asha.value()))
                .isEqualTo("+447700900123");
        assertThat(line.value("SELECT detail FROM audit_entry WHERE action = 'setting' ORDER BY seq DESC LIMIT 1"))
                .isEqualTo("mobile-changed");
    }
}
