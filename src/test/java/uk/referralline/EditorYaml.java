package uk.referralline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as an editor sees it, by YAML 1.2: {@code yes} is a word, {@code 3} a number, a date a word. */
final class EditorYaml {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EditorYaml() {}

    static JsonNode read(String text) {
        return json(new Yaml().compose(new StringReader(text)));
    }

    private static JsonNode json(Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.getValue()
                    .forEach(
                            pair -> object.set(((ScalarNode) pair.getKeyNode()).getValue(), json(pair.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(each -> array.add(json(each)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static JsonNode scalar(ScalarNode node) {
        String value = node.getValue();
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return JSON.textNode(value);
        }
        if (value.matches("[-+]?[0-9]+")) {
            return JSON.numberNode(Long.parseLong(value));
        }
        return switch (value) {
            case "", "~", "null" -> JSON.nullNode();
            case "true", "false" -> JSON.booleanNode(Boolean.parseBoolean(value));
            default -> JSON.textNode(value);
        };
    }
}
