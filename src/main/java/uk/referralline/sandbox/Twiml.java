package uk.referralline.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a TwiML document as Twilio does. */
final class Twiml {

    /** The most that Twilio reads. */
    static final int MOST_BYTES = 64 * 1024;

    private static final Set<String> XML = Set.of("text/xml", "application/xml");

    private Twiml() {}

    /**
     * The verbs of an answer.
     *
     * @param warnings is told what Twilio would warn about with 12200
     * @throws WebhookFailed when Twilio would give the document up
     */
    static List<Verb> read(Answer answer, Vocabulary words, Consumer<String> warnings) throws WebhookFailed {
        if (!XML.contains(answer.contentType())) {
            String type = answer.contentType().isEmpty() ? "no content type" : answer.contentType();
            throw new WebhookFailed(Problem.WRONG_CONTENT_TYPE, type + " is not XML");
        }
        return read(answer.body(), words, warnings);
    }

    static List<Verb> read(String xml, Vocabulary words, Consumer<String> warnings) throws WebhookFailed {
        if (xml.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new WebhookFailed(Problem.TOO_LONG, "the document is longer than 64 kB");
        }
        Verb root = verb(parse(xml));
        if (!root.name().equals("Response")) {
            throw new WebhookFailed(Problem.DOES_NOT_PARSE, "the root is <" + root.name() + ">, not <Response>");
        }
        words.check(root, warnings);
        return root.children();
    }

    private static Element parse(String xml) throws WebhookFailed {
        try {
            DocumentBuilder builder = hardened().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException malformed) {
            throw new WebhookFailed(Problem.DOES_NOT_PARSE, "the document does not parse: " + malformed.getMessage());
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DocumentBuilderFactory hardened() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setCoalescing(true);
        return factory;
    }

    private static Verb verb(Element element) {
        List<Verb> children = nodes(element)
                .filter(Element.class::isInstance)
                .map(child -> verb((Element) child))
                .toList();
        return new Verb(element.getTagName(), attributes(element), children, text(element));
    }

    private static String text(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    private static Map<String, String> attributes(Element element) {
        NamedNodeMap given = element.getAttributes();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < given.getLength(); i++) {
            attributes.put(given.item(i).getNodeName(), given.item(i).getNodeValue());
        }
        return attributes;
    }

    private static Stream<Node> nodes(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength()).mapToObj(element.getChildNodes()::item);
    }
}
