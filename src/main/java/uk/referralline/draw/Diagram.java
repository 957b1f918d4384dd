package uk.referralline.draw;

import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptMap;

/** A call script as a drawing that a service manager can print and read. */
public final class Diagram {
    private final Picture picture;

    private Diagram(Picture picture) {
        this.picture = picture;
    }

    /** The drawing of a script in its first language. The same script gives the same drawing. */
    public static Diagram of(Script script) {
        return new Diagram(Picture.of(ScriptMap.of(script)));
    }

    /** As SVG, UTF-8: for browsers, printers and pages. */
    public String svg() {
        return Svg.of(picture);
    }

    /** In Graphviz's language. */
    public String dot() {
        return Dot.of(picture);
    }
}
