package uk.referralline.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import picocli.CommandLine;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptMap;
import uk.referralline.ivr.ScriptMap.Place;
import uk.referralline.ivr.ScriptMap.Way;
import uk.referralline.ivr.ScriptReader;

class DiagramTest {
    private static final Script SHIPPED = ScriptReader.read(ScriptFiles.packaged());

    @Test
    void everyStepOfTheShippedScriptIsOnTheDrawingOnce() {
        String svg = Diagram.of(SHIPPED).svg();

        assertThat(ScriptMap.of(SHIPPED).places())
                .hasSizeGreaterThan(60)
                .extracting(Place::name)
                .allSatisfy(step -> assertThat(svg.split("class=\"name\"[^>]*>\\s*" + step + "</text>", -1))
                        .describedAs(step)
                        .hasSize(2));
    }

    @Test
    void everyWayIsDrawnOrToldInTheLegend() {
        ScriptMap map = ScriptMap.of(SHIPPED);
        Picture picture = Picture.of(map);

        for (Place place : map.places()) {
            for (Way way : place.ways()) {
                boolean drawn = picture.groups().stream()
                        .flatMap(group -> group.lines().stream())
                        .anyMatch(line ->
                                line.from().equals(place.name()) && line.to().equals(way.to()));
                boolean usual = way.missed() && way.to().equals("person");
                assertThat(drawn || usual)
                        .describedAs(place.name() + " to " + way.to())
                        .isTrue();
            }
        }
        assertThat(picture.legend()).anySatisfy(sentence -> assertThat(sentence).contains("Silence", "person"));
    }

    @Test
    void theBranchesOfTheMenuAreGroupsOfTheirOwn() {
        Map<String, List<Place>> groups = Groups.of(ScriptMap.of(SHIPPED));

        assertThat(groups.keySet())
                .containsExactly(
                        "Every call",
                        "1: For an advocate for yourself",
                        "2: For staff",
                        "3: For anything else",
                        "0, or lost: person",
                        "9: language");
        assertThat(groups.get("2: For staff"))
                .extracting(Place::name)
                .contains("agreement", "refer", "referral-taken")
                .doesNotContain("leave-message", "promise");
        assertThat(groups.get("0, or lost: person"))
                .extracting(Place::name)
                .contains("put-through", "nobody-free", "talk-over", "leave-message");
    }

    @Test
    void theDrawingIsWellFormedAndTheSameEachTime() throws Exception {
        String svg = Diagram.of(SHIPPED).svg();

        var read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));

        assertThat(read.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(Diagram.of(SHIPPED).svg()).isEqualTo(svg);
    }

    @Test
    void graphvizGetsTheSameStepsAndWays() {
        assertThat(Diagram.of(SHIPPED).dot())
                .startsWith("digraph script {")
                .contains("\"main-menu\" -> \"own-phone\" [label=\"1\"]")
                .contains("\"book-callback\" [label=\"book-callback\\nrequest-callback\", shape=hexagon]")
                .contains("\"staff-number\" -> \"leave-details\" [label=\"no answer\", color=gray");
    }

    @Test
    void theCommandWritesAFileAndRefusesAFormItDoesNotKnow(@TempDir Path folder) throws Exception {
        assertThat(run("--to", folder.resolve("a.svg").toString())).contains("a.svg");
        assertThat(Files.readString(folder.resolve("a.svg"))).startsWith("<svg");
        assertThat(run("--to", folder.resolve("a.pdf").toString())).contains("can be a .svg or a .dot file");
    }

    private static String run(String... args) {
        var said = new StringWriter();
        new CommandLine(new DrawCommand(any -> SHIPPED))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(args);
        return said.toString();
    }
}
