package uk.referralline.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.referralline.ivr.ScriptMap;
import uk.referralline.ivr.ScriptMap.Place;
import uk.referralline.ivr.ScriptMap.Way;

/**
 * What is on the drawing: groups of steps, and the lines between them. Ways that nearly every step has (no answer leads to the
 * same step) are one sentence in the legend instead of forty lines, and a way into another group ends at that step's name.
 */
record Picture(List<Group> groups, List<String> legend) {

    /** Steps that belong together. */
    record Group(String title, List<Place> places, List<Line> lines) {
        Group {
            places = List.copyOf(places);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line between two steps; several ways between the same two are one line.
     *
     * @param away true when it leads into another group
     */
    record Line(String from, String to, List<String> labels, boolean missed, boolean away) {
        Line {
            labels = List.copyOf(labels);
        }
    }

    /** What two ways share that are drawn as one line. */
    private record Ends(String to, boolean missed) {}

    Picture {
        groups = List.copyOf(groups);
        legend = List.copyOf(legend);
    }

    static Picture of(ScriptMap map) {
        String usual = usualWhenMissed(map);
        List<Group> groups = new ArrayList<>();
        Groups.of(map).forEach((title, places) -> {
            List<Line> lines = new ArrayList<>();
            places.forEach(place -> lines.addAll(lines(place, places, usual)));
            groups.add(new Group(title, places, lines));
        });
        return new Picture(groups, legend(map, usual));
    }

    private static List<Line> lines(Place from, List<Place> group, String usual) {
        Map<Ends, List<String>> labels = new LinkedHashMap<>();
        from.ways().stream()
                .filter(way -> !(way.missed() && way.to().equals(usual)))
                .forEach(way -> labels.computeIfAbsent(new Ends(way.to(), way.missed()), none -> new ArrayList<>())
                        .add(way.label()));
        List<Line> lines = new ArrayList<>();
        labels.forEach((ends, label) -> {
            boolean away = group.stream().noneMatch(place -> place.name().equals(ends.to()));
            lines.add(new Line(from.name(), ends.to(), Boxes.label(label), ends.missed(), away));
        });
        return lines;
    }

    /** Where most steps go when nothing usable comes from the caller. */
    private static String usualWhenMissed(ScriptMap map) {
        Map<String, Integer> count = new LinkedHashMap<>();
        map.places().stream()
                .flatMap(place -> place.ways().stream())
                .filter(Way::missed)
                .forEach(way -> count.merge(way.to(), 1, Integer::sum));
        return count.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static List<String> legend(ScriptMap map, String usual) {
        List<String> legend = new ArrayList<>();
        legend.add("Everywhere, 0 leads to \"" + map.person() + "\", and star says it again.");
        map.otherLanguage().ifPresent(step -> legend.add("Everywhere, 9 leads to \"" + step + "\"."));
        if (!usual.isEmpty()) {
            legend.add("Silence and wrong keys lead to \"" + usual + "\", unless a grey line says otherwise.");
        }
        return legend;
    }
}
