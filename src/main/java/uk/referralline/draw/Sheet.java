package uk.referralline.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import uk.referralline.draw.Layout.Area;

/** Groups in columns, in their order, so that they fill a sheet of A3 best. */
record Sheet(List<Area> frames, double width, double height) {
    private static final double GAP = 24;
    private static final double A3 = Math.sqrt(2);

    Sheet {
        frames = List.copyOf(frames);
    }

    /** @param sizes of the groups */
    static Sheet of(List<Area> sizes) {
        int ways = 1 << Math.max(0, sizes.size() - 1);
        return IntStream.range(0, ways)
                .mapToObj(breaks -> columns(sizes, breaks))
                .min(Comparator.comparingDouble(Sheet::paper))
                .orElseThrow();
    }

    /** The short side of the A3 sheet that this needs, upright or across. */
    private double paper() {
        return Math.min(Math.max(width, height / A3), Math.max(width / A3, height));
    }

    /** @param breaks a bit for each group after the first: set when it begins a new column */
    private static Sheet columns(List<Area> sizes, int breaks) {
        List<Area> placed = new ArrayList<>();
        double left = 0;
        double top = 0;
        double widest = 0;
        double height = 0;
        for (int n = 0; n < sizes.size(); n++) {
            if (n > 0 && (breaks >> (n - 1) & 1) == 1) {
                left += widest + GAP;
                top = 0;
                widest = 0;
            }
            Area size = sizes.get(n);
            placed.add(new Area(left, top, size.width(), size.height()));
            widest = Math.max(widest, size.width());
            top += size.height() + GAP;
            height = Math.max(height, top - GAP);
        }
        return new Sheet(placed, left + widest, height);
    }
}
