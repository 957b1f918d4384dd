package uk.referralline.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.properties.IProperty;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import uk.referralline.draw.Picture.Group;
import uk.referralline.draw.Picture.Line;
import uk.referralline.ivr.ScriptMap.Place;

/** Finds a place for everything in one group, with the Eclipse Layout Kernel. */
final class Layout {
    private static final double TITLE = 36;
    private static final double EDGE = 14;
    private static final Map<IProperty<Double>, Double> SPACES = Map.of(
            LayeredOptions.SPACING_NODE_NODE, 18.0,
            LayeredOptions.SPACING_EDGE_NODE, 10.0,
            LayeredOptions.SPACING_EDGE_EDGE, 8.0,
            LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 18.0,
            LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 9.0,
            LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 7.0);

    private final ElkNode frame = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> boxes = new LinkedHashMap<>();
    private final Map<Line, ElkEdge> edges = new LinkedHashMap<>();

    private Layout() {}

    static Layout of(Group group) {
        var layout = new Layout();
        layout.options();
        group.places().forEach(layout::box);
        group.lines().forEach(layout::edge);
        new RecursiveGraphLayoutEngine().layout(layout.frame, new BasicProgressMonitor());
        return layout;
    }

    private void options() {
        frame.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        frame.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        frame.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        frame.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        frame.setProperty(LayeredOptions.PADDING, new ElkPadding(TITLE, EDGE, EDGE, EDGE));
        frame.setProperty(LayeredOptions.RANDOM_SEED, 1);
        SPACES.forEach(frame::setProperty);
    }

    private void box(Place place) {
        boxes.put(place.name(), node(Boxes.width(place), Boxes.height(place)));
    }

    private ElkNode node(double width, double height) {
        ElkNode node = ElkGraphUtil.createNode(frame);
        node.setDimensions(width, height);
        return node;
    }

    private void edge(Line line) {
        ElkNode to = line.away() ? node(Boxes.width(line.to()) + 2 * EDGE, Boxes.LINE + 6) : boxes.get(line.to());
        ElkEdge edge = ElkGraphUtil.createSimpleEdge(boxes.get(line.from()), to);
        for (String words : line.labels()) {
            ElkLabel label = ElkGraphUtil.createLabel(words, edge);
            label.setDimensions(Boxes.width(words), Boxes.LINE);
            label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        }
        edges.put(line, edge);
    }

    /** The whole group. */
    Area frame() {
        return area(frame);
    }

    Area box(String step) {
        return area(boxes.get(step));
    }

    /** Where a line that leads away ends: the name of the step it leads to stands there. */
    Area away(Line line) {
        return area((ElkNode) edges.get(line).getTargets().get(0));
    }

    /** The corners of a line, from its first step to its last. */
    List<Point> corners(Line line) {
        List<Point> corners = new ArrayList<>();
        edges.get(line).getSections().forEach(part -> {
            corners.add(new Point(part.getStartX(), part.getStartY()));
            part.getBendPoints().forEach(bend -> corners.add(new Point(bend.getX(), bend.getY())));
            corners.add(new Point(part.getEndX(), part.getEndY()));
        });
        return corners;
    }

    /** Where each of a line's labels stands. */
    List<Area> labels(Line line) {
        return edges.get(line).getLabels().stream()
                .map(label -> new Area(label.getX(), label.getY(), label.getWidth(), label.getHeight()))
                .toList();
    }

    private static Area area(ElkNode node) {
        return new Area(node.getX(), node.getY(), node.getWidth(), node.getHeight());
    }

    /** From the upper left corner of the group. */
    record Point(double x, double y) {}

    /** A rectangle by its upper left corner. */
    record Area(double x, double y, double width, double height) {
        double middle() {
            return x + width / 2;
        }
    }
}
