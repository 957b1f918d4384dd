package uk.referralline.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.referralline.number.NumberKind.Dialling;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;
import uk.referralline.yaml.Entry;

/** Reads the places of {@code wards.yaml}; every id and every phone is in it once. */
final class PlacesReader {
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    /** Shipped examples are drama numbers: they are read on every line, and nobody can have them. */
    private static final NumberPlan PLAN = new NumberPlan(true);

    private final List<Place> found = new ArrayList<>();
    private final Map<String, Integer> idLines = new HashMap<>();
    private final Map<PhoneNumber, Integer> phoneLines = new HashMap<>();

    List<Place> found() {
        return found;
    }

    void hospitals(Entry list) {
        list.children().forEach((id, entry) -> {
            Entry hospital = entry.named(id);
            hospital.onlyKeys("name", "phone", "wards");
            Optional<Place> place = place(Place.Kind.HOSPITAL, id, hospital, Optional.empty());
            hospital.child("wards")
                    .ifPresent(wards ->
                            wards.children().forEach((ward, inside) -> simple(Place.Kind.WARD, ward, inside, place)));
        });
    }

    void teams(Entry list) {
        list.children().forEach((id, entry) -> simple(Place.Kind.TEAM, id, entry, Optional.empty()));
    }

    private void simple(Place.Kind kind, String id, Entry entry, Optional<Place> hospital) {
        Entry named = entry.named(id);
        named.onlyKeys("name", "phone");
        place(kind, id, named, hospital);
    }

    private Optional<Place> place(Place.Kind kind, String id, Entry entry, Optional<Place> hospital) {
        once(id, entry);
        List<PhoneNumber> phones = entry.child("phone").stream()
                .flatMap(list -> list.items().stream())
                .flatMap(phone -> phone(phone).stream())
                .toList();
        Optional<String> name =
                entry.required("name").flatMap(words -> words.value("the name that people use", Function.identity()));
        boolean whole = kind != Place.Kind.WARD || hospital.isPresent();
        Optional<Place> place = name.filter(known -> whole).map(known -> new Place(kind, id, known, phones, hospital));
        place.ifPresent(found::add);
        return place;
    }

    private void once(String id, Entry entry) {
        if (!id.matches(ID)) {
            entry.fault("A name before the colon is of small letters, digits and hyphens, such as larch-ward.");
        }
        Integer earlier = idLines.putIfAbsent(id, entry.line());
        if (earlier != null) {
            entry.fault("\"%s\" is already on line %d; give one of them another name.".formatted(id, earlier));
        }
    }

    /** No message says the number: somebody may have written their own. */
    private Optional<PhoneNumber> phone(Entry written) {
        Optional<PhoneNumber> number = PLAN.keyed(written.isText() ? written.text() : "")
                .filter(read -> PLAN.kind(read).mayCall() != Dialling.NEVER);
        if (number.isEmpty()) {
            written.fault("This is no phone number that we may call; write it in full, such as 01632 960201.");
            return number;
        }
        Integer earlier = phoneLines.putIfAbsent(number.get(), written.line());
        if (earlier != null) {
            written.fault("This number is already on line %d; a phone that wards share belongs to their hospital."
                    .formatted(earlier));
        }
        return number;
    }
}
