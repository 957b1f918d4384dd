package uk.referralline.yaml;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The keys and values at one place of a YAML file of settings. What cannot be read is reported as a {@link Fault} with
 * its line and gives empty, so that one reading finds every fault.
 */
public final class Section {

    private final String file;
    private final String where;
    private final int line;
    private final Consumer<Fault> faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private Section(String file, String where, MappingNode node, Consumer<Fault> faults) {
        this.file = file;
        this.where = where;
        this.line = line(node);
        this.faults = faults;
        node.getValue().forEach(this::keep);
    }

    /** The whole of a file. Empty when it is not YAML or not a list of keys and values. */
    public static Optional<Section> read(String file, String text, Consumer<Fault> faults) {
        try {
            if (new Yaml().compose(new StringReader(text)) instanceof MappingNode mapping) {
                return Optional.of(new Section(file, "", mapping, faults));
            }
            faults.accept(
                    new Fault(file, 1, "", "There is nothing here to read. Write keys and values, as “key: value”."));
        } catch (MarkedYAMLException wrong) {
            Mark mark = wrong.getProblemMark();
            faults.accept(new Fault(
                    file,
                    mark == null ? 1 : mark.getLine() + 1,
                    "",
                    "This is not YAML: " + wrong.getProblem()
                            + ". Look at the spaces, colons and quotes here and above."));
        } catch (YAMLException wrong) {
            faults.accept(new Fault(
                    file, 1, "", "This is not YAML: the file has a character that no text has, or is too deep."));
        }
        return Optional.empty();
    }

    /** Reports every key that is not one of these: it is a slip of the pen, and would be silently without effect. */
    public Section only(Set<String> known) {
        keys().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> fault(
                        key,
                        "There is no such key here. The keys are: "
                                + String.join(", ", known.stream().sorted().toList()) + "."));
        return this;
    }

    /** All keys, in the file's order. */
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** Whether there is a value; a key with nothing behind it has none. */
    public boolean has(String key) {
        return values.containsKey(key) && !Tag.NULL.equals(values.get(key).getTag());
    }

    /** A word or a sentence that must be there. */
    public Optional<String> text(String key) {
        return value(key, "some words", Function.identity());
    }

    /** A date that must be there. */
    public Optional<LocalDate> date(String key) {
        return value(key, "a date such as 2027-05-31", LocalDate::parse);
    }

    /** A whole number that must be there, {@code least} and {@code most} included. */
    public Optional<Integer> number(String key, int least, int most) {
        String form = "a whole number from " + least + " to " + most;
        return value(key, form, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(form);
            }
            return number;
        });
    }

    /**
     * A value that must be there, as {@code parse} reads it. What {@code parse} refuses, by an
     * {@link IllegalArgumentException} or a {@link DateTimeException}, is reported with {@code form}.
     */
    public <T> Optional<T> value(String key, String form, Function<String, T> parse) {
        if (!has(key)) {
            fault(key, "This is missing. Write “" + key + ": …” with " + form + ".");
            return Optional.empty();
        }
        if (values.get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            try {
                return Optional.of(parse.apply(scalar.getValue().strip()));
            } catch (IllegalArgumentException | DateTimeException refused) {
                fault(key, "“" + scalar.getValue().strip() + "” is not right here. Write " + form + ".");
                return Optional.empty();
            }
        }
        fault(key, "Write " + form + " here.");
        return Optional.empty();
    }

    /** The section under a key that must be there. */
    public Optional<Section> section(String key) {
        if (values.get(key) instanceof MappingNode mapping) {
            return Optional.of(new Section(file, path(key), mapping, faults));
        }
        fault(key, "Here must be keys and values, each on a line of its own and indented.");
        return Optional.empty();
    }

    /** The sections that are listed under a key; none when the key is missing or has nothing behind it. */
    public List<Section> sections(String key) {
        List<Section> found = new ArrayList<>();
        if (!has(key)) {
            return found;
        }
        if (!(values.get(key) instanceof SequenceNode list)) {
            fault(key, "Here must be a list: each entry begins with “- ”.");
            return found;
        }
        for (Node entry : list.getValue()) {
            String place = path(key) + " " + (list.getValue().indexOf(entry) + 1);
            if (entry instanceof MappingNode mapping) {
                found.add(new Section(file, place, mapping, faults));
            } else {
                faults.accept(new Fault(file, line(entry), place, "Each entry must have keys and values."));
            }
        }
        return found;
    }

    /** Reports that something about this key is wrong, where it stands, or where this section begins if it does not. */
    public void fault(String key, String message) {
        faults.accept(new Fault(file, lines.getOrDefault(key, line), path(key), message));
    }

    private void keep(NodeTuple pair) {
        int here = line(pair.getKeyNode());
        if (!(pair.getKeyNode() instanceof ScalarNode key)) {
            faults.accept(new Fault(file, here, where, "A key must be a single word."));
            return;
        }
        Integer before = lines.putIfAbsent(key.getValue(), here);
        if (before != null) {
            String message = "This is here twice: on line " + before + " and on line " + here + ". Take one out.";
            faults.accept(new Fault(file, here, path(key.getValue()), message));
            return;
        }
        values.put(key.getValue(), pair.getValueNode());
    }

    private String path(String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
