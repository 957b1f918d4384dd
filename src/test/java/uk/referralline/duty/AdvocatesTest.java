package uk.referralline.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.number.PhoneNumber;

class AdvocatesTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    private final Advocates advocates = new Advocates();

    @Test
    void aPersonIsFoundByWhatTheySignInWithInAnyCase() {
        AdvocateId id = add("Asha Bell", "Asha.Bell@example.org").orElseThrow();

        Advocate found = line.jdbi()
                .withHandle(handle -> advocates.findBySignIn(handle, " ASHA.bell@example.org "))
                .orElseThrow();

        assertThat(found.id()).isEqualTo(id);
        assertThat(found.name()).isEqualTo("Asha Bell");
        assertThat(found.role()).isEqualTo(Role.DUTY_ADVOCATE);
        assertThat(found.mobile()).contains(new PhoneNumber("+447700900201"));
        assertThat(found.active()).isTrue();
    }

    @Test
    void twoPeopleDoNotSignInByOneName() {
        add("Asha Bell", "asha").orElseThrow();

        assertThat(add("Asha Brook", "ASHA")).isEmpty();
    }

    @Test
    void whoeverLeftKeepsTheirName() {
        AdvocateId id = add("Asha Bell", "asha").orElseThrow();
        line.jdbi()
                .useHandle(handle -> advocates.change(
                        handle, new Advocate(id, "Asha Bell", "asha", Role.DUTY_ADVOCATE, Optional.empty(), false)));

        assertThat(line.jdbi().withHandle(advocates::all))
                .extracting(Advocate::name, Advocate::active)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Asha Bell", false));
    }

    private Optional<AdvocateId> add(String name, String signIn) {
        var person = new NewAdvocate(name, signIn, Role.DUTY_ADVOCATE, Optional.of(new PhoneNumber("+447700900201")));
        return line.jdbi().inTransaction(handle -> advocates.add(handle, person, line.time()));
    }
}
