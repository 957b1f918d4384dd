package uk.referralline.casework;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.referralline.number.PhoneNumber;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.Upkeep;

/**
 * The hospitals, wards and teams that people call from, and the phones that are shared there.
 *
 * @param places each hospital, and after it its wards; then the teams
 */
public record Wards(List<Place> places) {

    /** The name of the file with them, for messages and for finding it. */
    public static final String FILE = "wards.yaml";

    public Wards {
        places = List.copyOf(places);
    }

    /** Reads the file's text. Every fault is handed over; empty when there was one. */
    public static Optional<Wards> read(String text, Consumer<Fault> faults) {
        var found = new Faults();
        Optional<Wards> wards = Entry.read(FILE, text, found).map(Wards::read);
        found.sorted().forEach(faults);
        return found.none() ? wards : Optional.empty();
    }

    private static Wards read(Entry file) {
        file.onlyKeys("owner", "review", "hospitals", "teams");
        Upkeep.read(file);
        var places = new PlacesReader();
        file.required("hospitals").ifPresent(places::hospitals);
        file.child("teams").ifPresent(places::teams);
        return new Wards(places.found());
    }

    /** The place of this id, whatever it is. */
    public Optional<Place> find(String id) {
        return places.stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /** Whether the id is that of a hospital. */
    public boolean isHospital(String id) {
        return find(id).filter(place -> place.kind() == Place.Kind.HOSPITAL).isPresent();
    }

    /** Whose shared phone this is, if it is one. That says where a phone is, never who is calling (law L12). */
    public Optional<Place> ofNumber(PhoneNumber number) {
        return places.stream().filter(place -> place.phones().contains(number)).findFirst();
    }
}
