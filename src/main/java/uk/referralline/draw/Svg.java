package uk.referralline.draw;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.referralline.draw.Layout.Area;
import uk.referralline.draw.Picture.Group;
import uk.referralline.draw.Picture.Line;
import uk.referralline.ivr.ScriptMap.Place;

/** Writes a picture as SVG that any browser shows and prints. */
final class Svg {
    private static final double MARGIN = 20;
    private static final double HEAD = 64;
    private static final double SLANT = 8;

    private static final String STYLE = """
            .frame{fill:#f6f8fa;stroke:#b8c2cc}\
            .title{font-size:19px;font-weight:bold;fill:#243b53}\
            .box{fill:#fff;stroke:#243b53;stroke-width:1.3}\
            .ASKS,.KEYS_IN{fill:#e3f0fb}.RECORDS,.TRANSFERS{fill:#e2f5e9}.DOES{fill:#fdecc8;stroke:#8a5a00}\
            .DECIDES,.NOTES{fill:#f0f0f0;stroke:#667;stroke-dasharray:3 2}.ENDS{fill:#243b53}\
            .ENDS~text{fill:#fff}.name{font-weight:bold}.details{font-style:italic}\
            .line{fill:none;stroke:#334e68;stroke-width:1.3;marker-end:url(#tip)}\
            .label{fill:#7b341e;font-weight:bold;font-size:12px}\
            .line.missed{stroke:#9aa5b1;stroke-width:.9;marker-end:url(#grey)}\
            .label.missed{fill:#6b7785;font-weight:normal}\
            .away{fill:#fff;stroke:#9aa5b1}.halo{fill:#f6f8fa;opacity:.9}""";

    private final StringBuilder text = new StringBuilder();

    private Svg() {}

    static String of(Picture picture) {
        return new Svg().write(picture);
    }

    private String write(Picture picture) {
        List<Layout> layouts = picture.groups().stream().map(Layout::of).toList();
        var sheet = Sheet.of(layouts.stream().map(Layout::frame).toList());
        begin(sheet.width() + 2 * MARGIN, sheet.height() + 2 * MARGIN + HEAD);
        head(picture.legend());
        for (int n = 0; n < layouts.size(); n++) {
            Area frame = sheet.frames().get(n);
            put("<g transform=\"translate(%.1f %.1f)\">", MARGIN + frame.x(), MARGIN + HEAD + frame.y());
            group(picture.groups().get(n), layouts.get(n));
            put("</g>");
        }
        put("</svg>");
        return text.toString();
    }

    private void begin(double width, double height) {
        put("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\"", width, height);
        put(" font-family=\"Arial, Liberation Sans, sans-serif\" font-size=\"13\">");
        put("<title>The call script</title><style>%s</style><defs>", STYLE);
        tip("tip", "#334e68");
        tip("grey", "#9aa5b1");
        put("</defs><rect width=\"%.0f\" height=\"%.0f\" fill=\"#fff\"/>", width, height);
    }

    private void tip(String id, String colour) {
        put("<marker id=\"%s\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\"", id);
        put(" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"%s\"/></marker>", colour);
    }

    private void head(List<String> legend) {
        put("<text class=\"title\" x=\"%.0f\" y=\"42\" style=\"font-size:30px\">The call script</text>", MARGIN);
        put("<text x=\"%.0f\" y=\"66\" font-size=\"15\">%s</text>", MARGIN, escaped(String.join("  ", legend)));
    }

    private void group(Group group, Layout layout) {
        put("<rect class=\"frame\" rx=\"10\" %s/>", rectangle(layout.frame()));
        put("<text class=\"title\" x=\"14\" y=\"25\">%s</text>", escaped(group.title()));
        group.lines().forEach(line -> line(line, layout));
        group.places().forEach(place -> box(place, layout.box(place.name())));
        group.lines().forEach(line -> labels(line, layout.labels(line)));
    }

    private void box(Place place, Area area) {
        put("<g>");
        shape(place, area);
        double y = area.y() + Boxes.PADDING + Boxes.LINE - 3;
        words(area.middle(), y, "name", List.of(place.name()));
        List<String> said = Boxes.words(place);
        words(area.middle(), y + Boxes.LINE, "words", said);
        words(area.middle(), y + Boxes.LINE * (1 + said.size()), "details", Boxes.details(place));
        put("</g>");
    }

    private void shape(Place place, Area area) {
        switch (place.kind()) {
            case DOES -> hexagon(area);
            case ENDS -> put("<rect class=\"box ENDS\" rx=\"18\" %s/>", rectangle(area));
            case SAYS, ASKS, KEYS_IN, RECORDS, TRANSFERS, DECIDES, NOTES ->
                put("<rect class=\"box %s\" rx=\"2\" %s/>", place.kind(), rectangle(area));
        }
    }

    private void hexagon(Area area) {
        double half = area.height() / 2;
        put("<path class=\"box DOES\" d=\"M%.1f %.1fh%.1fl%.1f %.1f", area.x(), area.y(), area.width(), SLANT, half);
        put("l-%.1f %.1fh-%.1fl-%.1f -%.1fz\"/>", SLANT, half, area.width(), SLANT, half);
    }

    private void words(double x, double y, String style, List<String> lines) {
        for (int n = 0; n < lines.size(); n++) {
            put("<text class=\"%s\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">", style, x, y + n * Boxes.LINE);
            put("%s</text>", escaped(lines.get(n)));
        }
    }

    private void line(Line line, Layout layout) {
        String corners = layout.corners(line).stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
        put("<polyline class=\"line%s\" points=\"%s\"/>", line.missed() ? " missed" : "", corners);
        if (line.away()) {
            Area end = layout.away(line);
            put("<rect class=\"away\" rx=\"10\" %s/>", rectangle(end));
            words(end.middle(), end.y() + Boxes.LINE, "words", List.of("→ " + line.to()));
        }
    }

    private void labels(Line line, List<Area> areas) {
        for (int n = 0; n < areas.size(); n++) {
            Area area = areas.get(n);
            put("<rect class=\"halo\" %s/>", rectangle(area));
            words(
                    area.middle(),
                    area.y() + Boxes.LINE - 3,
                    line.missed() ? "label missed" : "label",
                    List.of(line.labels().get(n)));
        }
    }

    private static String rectangle(Area area) {
        String form = "x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"";
        return String.format(Locale.ROOT, form, area.x(), area.y(), area.width(), area.height());
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void put(String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
