package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/** The hospitals, wards and teams, their shared phones, and how a wrong file is refused. */
class WardsTest {
    private static final NumberPlan WITHOUT_DRAMA = new NumberPlan(false);

    private final Wards wards = shipped();

    @Test
    void aSharedPhoneSaysWhereItIs() {
        Place ward = wards.ofNumber(new PhoneNumber("+441632960203")).orElseThrow();

        assertThat(ward.id()).isEqualTo("example-ward-2");
        assertThat(ward.inFull()).isEqualTo("Example Ward 2, Caludon Centre");
        assertThat(ward.phoneHint())
                .isEqualTo("This is the ward phone of Example Ward 2, Caludon Centre: anybody there may answer."
                        + " Give a first name only, and ask for a first name.");
        assertThat(wards.ofNumber(new PhoneNumber("+441632960205"))
                        .orElseThrow()
                        .phoneHint())
                .startsWith("This is the phone of Manor Hospital:");
        assertThat(wards.ofNumber(new PhoneNumber("+447700900123"))).isEmpty();
    }

    @Test
    void everyPlaceIsFoundByItsName() {
        assertThat(wards.find("manor-hospital").orElseThrow().kind()).isEqualTo(Place.Kind.HOSPITAL);
        assertThat(wards.find("example-ward-1").orElseThrow().hospital()).isEqualTo(wards.find("caludon-centre"));
        assertThat(wards.find("example-team").orElseThrow().inFull()).isEqualTo("Example Community Team");
        assertThat(wards.find("nowhere")).isEmpty();
        assertThat(wards.isHospital("caludon-centre")).isTrue();
        assertThat(wards.isHospital("example-team")).isFalse();
        assertThat(wards.isHospital("example-ward-1")).isFalse();
    }

    @Test
    void nobodyHasAPhoneOfTheShippedExamples() {
        assertThat(wards.places().stream().flatMap(place -> place.phones().stream()))
                .isNotEmpty()
                .allSatisfy(
                        phone -> assertThat(WITHOUT_DRAMA.keyed(phone.e164())).isEmpty());
    }

    @Test
    void everyFaultOfTheFileIsReportedAtOnceWithItsLine() {
        assertThat(faults("""
                owner: Service manager
                review: next spring
                hospital: {}
                hospitals:
                  Manor Hospital: {name: Manor Hospital}
                  manor:
                    phones: 01632 960201
                    wards:
                      larch: {name: Larch, phone: 0900}
                      ash: {name: Ash, phone: 01632 960201, beds: 12}
                  caludon:
                    name: Caludon Centre
                    wards:
                      larch: {name: Larch, phone: [01632 960202, 01632-960201]}
                      oak: {name: Oak, phone: 0909 8790000}
                teams:
                  caludon: {name: ""}
                """))
                .containsExactly(
                        "wards.yaml:2: Expected a date such as 2027-05-31, not \"next spring\".",
                        "wards.yaml:3: \"hospital\" is not known here; did you mean \"hospitals\"?",
                        "wards.yaml:5 (Manor Hospital): A name before the colon is of small letters, digits and hyphens, such as larch-ward.",
                        "wards.yaml:7 (manor): \"name\" is missing.",
                        "wards.yaml:7 (manor): \"phones\" is not known here; did you mean \"phone\"?",
                        "wards.yaml:9 (larch): This is no phone number that we may call; write it in full, such as 01632 960201.",
                        "wards.yaml:10 (ash): \"beds\" is not known here; it can be name, phone.",
                        "wards.yaml:14 (larch): \"larch\" is already on line 9; give one of them another name.",
                        "wards.yaml:14 (larch): This number is already on line 10; a phone that wards share belongs to their hospital.",
                        "wards.yaml:15 (oak): This is no phone number that we may call; write it in full, such as 01632 960201.",
                        "wards.yaml:17 (caludon): \"caludon\" is already on line 12; give one of them another name.",
                        "wards.yaml:17 (caludon): Expected the name that people use, not \"\".");
    }

    @Test
    void aFileWithoutHospitalsIsRefused() {
        assertThat(faults("owner: Service manager\nreview: 2027-01-31\n"))
                .containsExactly("wards.yaml:1: \"hospitals\" is missing.");
    }

    private static List<String> faults(String text) {
        var found = new Faults();
        assertThat(Wards.read(text, found::add)).isEmpty();
        return found.sorted().stream()
                .map(Fault::toString)
                .sorted((one, other) -> {
                    int byLine = Integer.compare(line(one), line(other));
                    return byLine != 0 ? byLine : one.compareTo(other);
                })
                .toList();
    }

    private static int line(String fault) {
        return Integer.parseInt(fault.replaceFirst("^[^:]*:([0-9]+).*", "$1"));
    }

    private static Wards shipped() {
        var faults = new Faults();
        try {
            var read = Wards.read(Files.readString(Path.of("ivr-scripts", Wards.FILE)), faults::add);
            faults.throwIfAny();
            return read.orElseThrow();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
