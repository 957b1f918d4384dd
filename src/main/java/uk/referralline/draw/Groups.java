package uk.referralline.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.referralline.ivr.ScriptMap;
import uk.referralline.ivr.ScriptMap.Kind;
import uk.referralline.ivr.ScriptMap.Place;
import uk.referralline.ivr.ScriptMap.Way;

/**
 * Which steps belong together: those behind each key of the first menu, those where a person is, and the beginning before
 * all. A step that several keys lead to belongs to the first of them.
 */
final class Groups {
    private final ScriptMap map;
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, List<Place>> groups = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    /** The first step and the menu: a way back to them does not make them part of a branch. */
    private final Set<String> beginning = new HashSet<>();
    /** Where 0 leads before anybody has to do anything: never a part of a branch. */
    private final Set<String> persons = new HashSet<>();

    private Groups(ScriptMap map) {
        this.map = map;
    }

    /** Titles with their steps. */
    static Map<String, List<Place>> of(ScriptMap map) {
        var groups = new Groups(map);
        groups.group();
        return groups.groups;
    }

    private void group() {
        Optional<Place> menu = map.places().stream().filter(Groups::isMenu).findFirst();
        menu.ifPresent(place -> place.ways().stream()
                .filter(way -> !way.missed())
                .forEach(way -> titles.putIfAbsent(way.to(), way.label() + ": " + offered(place, way))));
        titles.putIfAbsent(map.person(), "0, or lost: " + spoken(map.person()));
        map.otherLanguage().ifPresent(step -> titles.putIfAbsent(step, "9: " + spoken(step)));
        beginning.add(map.start());
        menu.map(Place::name).ifPresent(beginning::add);
        toPerson(map.person());
        List<Place> everyCall = new ArrayList<>();
        groups.put("Every call", everyCall);
        titles.forEach((step, title) -> groups.put(title, claim(step)));
        map.places().stream().filter(place -> !taken.contains(place.name())).forEach(everyCall::add);
    }

    private void toPerson(String step) {
        Place place = map.place(step);
        boolean goesOn = Set.of(Kind.SAYS, Kind.DECIDES, Kind.NOTES, Kind.DOES).contains(place.kind());
        if (persons.add(step) && goesOn) {
            place.ways().forEach(way -> toPerson(way.to()));
        }
    }

    private static boolean isMenu(Place place) {
        return place.kind() == Kind.ASKS && place.details().isEmpty();
    }

    /** What the menu says a key is for, if it says so as prompts here do: "For staff, press 2." */
    private static String offered(Place menu, Way way) {
        Matcher said = Pattern.compile("([^.?!]+?),? press " + Pattern.quote(way.label()) + "\\b")
                .matcher(menu.words());
        return said.find() ? said.group(1).strip() : spoken(way.to());
    }

    private static String spoken(String step) {
        return step.replace('-', ' ');
    }

    /** Everything behind a step that no earlier group has and that does not begin another. */
    private List<Place> claim(String first) {
        Set<String> claimed = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(first));
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            boolean apart = beginning.contains(name) || persons.contains(name) && !first.equals(map.person());
            boolean another = !name.equals(first) && (titles.containsKey(name) || apart);
            if (another || !taken.add(name)) {
                continue;
            }
            claimed.add(name);
            map.place(name).ways().stream().map(Way::to).forEach(waiting::add);
        }
        return claimed.stream().map(map::place).toList();
    }
}
