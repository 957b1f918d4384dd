package uk.referralline.casework;

import java.util.List;
import java.util.Optional;
import uk.referralline.number.PhoneNumber;

/**
 * Where people are who have an advocate: a hospital, a ward of one, or a team in the community.
 *
 * @param id as the call script and tables name it
 * @param phones shared: anybody there may answer one
 * @param hospital that a ward belongs to
 */
public record Place(Kind kind, String id, String name, List<PhoneNumber> phones, Optional<Place> hospital) {

    public Place {
        phones = List.copyOf(phones);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a place has a name");
        }
        if (hospital.isPresent() != (kind == Kind.WARD)) {
            throw new IllegalArgumentException("a ward is in a hospital, and nothing else is");
        }
    }

    /** The name in full: {@code "Larch Ward, Manor Hospital"}. */
    public String inFull() {
        return hospital.map(whole -> name + ", " + whole.name).orElse(name);
    }

    /** For an advocate who is about to call one of its phones, in one sentence. */
    public String phoneHint() {
        return "This is the %s of %s: anybody there may answer. Give a first name only, and ask for a first name."
                .formatted(kind.phone, inFull());
    }

    /** What a place is. */
    public enum Kind {
        HOSPITAL("phone"),
        WARD("ward phone"),
        TEAM("phone");

        private final String phone;

        Kind(String phone) {
            this.phone = phone;
        }
    }
}
