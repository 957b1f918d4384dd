package uk.referralline.draw;

import java.util.List;
import uk.referralline.draw.Picture.Group;
import uk.referralline.draw.Picture.Line;
import uk.referralline.ivr.ScriptMap.Place;

/** Writes a picture in Graphviz's language, for whoever has tools for it. */
final class Dot {
    private Dot() {}

    static String of(Picture picture) {
        var text = new StringBuilder("""
                digraph script {
                  node [shape=box, fontname="Arial"];
                  edge [fontname="Arial"];
                """);
        text.append("  label=").append(quoted(picture.legend())).append(";\n");
        for (int n = 0; n < picture.groups().size(); n++) {
            Group group = picture.groups().get(n);
            text.append("  subgraph cluster_").append(n).append(" {\n    label=");
            text.append(quoted(List.of(group.title()))).append(";\n");
            group.places()
                    .forEach(place -> text.append("    ").append(node(place)).append('\n'));
            text.append("  }\n");
        }
        picture.groups().stream()
                .flatMap(group -> group.lines().stream())
                .forEach(line -> text.append("  ").append(edge(line)).append('\n'));
        return text.append("}\n").toString();
    }

    private static String node(Place place) {
        List<String> lines = new java.util.ArrayList<>(List.of(place.name()));
        lines.addAll(Boxes.words(place));
        lines.addAll(Boxes.details(place));
        return quoted(List.of(place.name())) + " [label=" + quoted(lines) + ", " + shape(place) + "];";
    }

    private static String shape(Place place) {
        return switch (place.kind()) {
            case SAYS, ASKS, KEYS_IN, RECORDS, TRANSFERS -> "shape=box";
            case DOES -> "shape=hexagon";
            case DECIDES, NOTES -> "style=dashed";
            case ENDS -> "style=rounded";
        };
    }

    private static String edge(Line line) {
        String missed = line.missed() ? ", color=gray, fontcolor=gray, style=dashed" : "";
        return quoted(List.of(line.from())) + " -> " + quoted(List.of(line.to())) + " [label=" + quoted(line.labels())
                + missed + "];";
    }

    private static String quoted(List<String> lines) {
        return '"'
                + String.join("\n", lines)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                + '"';
    }
}
