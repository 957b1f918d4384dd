package uk.referralline.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a YAML file: knows its line, reads what is there as plain words, and notes a fault instead of throwing.
 * Words stay words: {@code yes} is not a boolean and {@code 0300} is not a number.
 */
public final class Entry {
    private final String file;
    private final String where;
    private final Node node;
    private final Faults faults;

    private Entry(String file, String where, Node node, Faults faults) {
        this.file = file;
        this.where = where;
        this.node = node;
        this.faults = faults;
    }

    /** The top of a file; empty when it is not YAML or has nothing in it, which is noted as a fault. */
    public static Optional<Entry> read(String file, String text, Faults faults) {
        try {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            Node root = new Yaml(options).compose(new java.io.StringReader(text));
            if (root == null) {
                faults.add(new Fault(file, 0, "", "The file is empty."));
                return Optional.empty();
            }
            return Optional.of(new Entry(file, "", root, faults));
        } catch (MarkedYAMLException wrong) {
            int line =
                    wrong.getProblemMark() == null ? 0 : wrong.getProblemMark().getLine() + 1;
            faults.add(new Fault(file, line, "", "This is not YAML: " + wrong.getProblem() + "."));
            return Optional.empty();
        } catch (YAMLException wrong) {
            // Its message may quote the file.
            faults.add(
                    new Fault(file, 0, "", "This is not YAML: it has a character that no text has, or is too deep."));
            return Optional.empty();
        }
    }

    public String file() {
        return file;
    }

    /** Counted from 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** The same place, named for messages: a step's or prompt's name. */
    public Entry named(String name) {
        return new Entry(file, name, node, faults);
    }

    public void fault(String message) {
        faults.add(new Fault(file, line(), where, message));
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /** The words here; blank, with a fault, when it is a list or a map. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        fault("Expected a word or a sentence here.");
        return "";
    }

    /** One word or a list of words. */
    public List<String> texts() {
        return items().stream().map(Entry::text).toList();
    }

    /** The parts of a list; a single thing counts as a list of one. */
    public List<Entry> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        return sequence.getValue().stream()
                .map(each -> new Entry(file, where, each, faults))
                .toList();
    }

    /** The keys and what they hold, in the file's order. A key written twice is a fault. */
    public Map<String, Entry> children() {
        Map<String, Entry> children = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            fault("Expected \"name: value\" lines here.");
            return children;
        }
        for (NodeTuple pair : mapping.getValue()) {
            String key = new Entry(file, where, pair.getKeyNode(), faults).text();
            Entry earlier = children.putIfAbsent(key, new Entry(file, where, pair.getValueNode(), faults));
            if (earlier != null) {
                int line = pair.getKeyNode().getStartMark().getLine() + 1;
                String message = "\"%s\" is already on line %d; remove one of them.".formatted(key, earlier.line());
                faults.add(new Fault(file, line, where, message));
            }
        }
        return children;
    }

    public Optional<Entry> child(String key) {
        return isMap() ? Optional.ofNullable(children().get(key)) : Optional.empty();
    }

    /** The child of that name; notes a fault when it is missing. */
    public Optional<Entry> required(String key) {
        Optional<Entry> child = child(key);
        if (child.isEmpty()) {
            fault("\"%s\" is missing.".formatted(key));
        }
        return child;
    }

    /** Notes a fault for each key that is none of these, with the nearest known one as a suggestion. */
    public void onlyKeys(String... known) {
        List<String> unknown = new ArrayList<>(isMap() ? children().keySet() : List.<String>of());
        unknown.removeAll(Arrays.asList(known));
        for (String key : unknown) {
            children().get(key).fault("\"%s\" is not known here; %s".formatted(key, hint(key, Arrays.asList(known))));
        }
    }

    /** One of a list of words, or empty with a fault that lists them. */
    public Optional<String> oneOf(List<String> known) {
        String word = text();
        if (known.contains(word)) {
            return Optional.of(word);
        }
        fault("\"%s\" is not known here; %s".formatted(word, hint(word, known)));
        return Optional.empty();
    }

    /** A whole number within bounds, or empty with a fault. */
    public Optional<Integer> number(int least, int most) {
        String word = text();
        if (word.matches("[0-9]{1,6}") && Integer.parseInt(word) >= least && Integer.parseInt(word) <= most) {
            return Optional.of(Integer.parseInt(word));
        }
        fault("Expected a whole number from %d to %d, not \"%s\".".formatted(least, most, word));
        return Optional.empty();
    }

    /**
     * What {@code parse} makes of the words here, or empty with a fault that says the {@code form} to write. It refuses
     * by an {@link IllegalArgumentException} or a {@link DateTimeException}; no words at all are refused too.
     */
    public <T> Optional<T> value(String form, Function<String, T> parse) {
        String words = isText() ? text() : "";
        try {
            if (!words.isEmpty()) {
                return Optional.of(parse.apply(words));
            }
        } catch (IllegalArgumentException | DateTimeException refused) {
            // Said below.
        }
        fault("Expected %s, not \"%s\".".formatted(form, words));
        return Optional.empty();
    }

    /** A date, or empty with a fault. */
    public Optional<LocalDate> date() {
        return value("a date such as 2027-05-31", LocalDate::parse);
    }

    private static String hint(String word, List<String> known) {
        return Spelling.nearest(word, known)
                .map("did you mean \"%s\"?"::formatted)
                .orElseGet(() -> "it can be " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
    }
}
