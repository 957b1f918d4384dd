package uk.referralline.ivr;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.referralline.yaml.Entry;

/** Reads one step: its first word says of which kind it is. */
final class StepReader {
    private static final List<String> KINDS =
            List.of("say", "ask", "key-in", "record", "transfer", "branch", "set", "do", "back", "end");

    private final Names names;
    private final Misses usual;
    private final RuleReader rules;

    StepReader(Names names, Misses usual) {
        this.names = names;
        this.usual = usual;
        this.rules = new RuleReader(names);
    }

    Optional<Step> read(Entry step) {
        List<String> kinds =
                KINDS.stream().filter(kind -> step.child(kind).isPresent()).toList();
        if (kinds.size() != 1) {
            step.fault("A step has exactly one of " + String.join(", ", KINDS) + ".");
            return Optional.empty();
        }
        return switch (kinds.get(0)) {
            case "say" -> say(step);
            case "ask" -> ask(step);
            case "key-in" -> keyIn(step);
            case "record" -> record(step);
            case "transfer" -> transfer(step);
            case "branch" -> branch(step);
            case "set" -> assign(step);
            case "do" -> perform(step);
            case "back" -> back(step);
            default -> end(step);
        };
    }

    private Optional<Step> say(Entry step) {
        step.onlyKeys("say", "firm", "then");
        boolean firm = step.child("firm")
                .flatMap(each -> each.oneOf(List.of("yes", "no")))
                .orElse("no")
                .equals("yes");
        List<String> prompts = names.prompts(step.child("say").orElseThrow());
        return then(step).map(then -> new Say(prompts, firm, then));
    }

    private Optional<Step> ask(Entry step) {
        step.onlyKeys("ask", "keep", "choices", "then", "tries", "otherwise");
        Optional<Field> keep = step.child("keep").flatMap(names::field);
        Map<String, Ask.Choice> choices = new LinkedHashMap<>();
        step.required("choices")
                .ifPresent(all -> all.children().forEach((key, value) -> {
                    if (!key.matches("[1-9]")) {
                        value.fault("\"%s\" cannot be a choice: 0 is a person, * repeats; use 1 to 9.".formatted(key));
                    }
                    choices.put(key, choice(step, keep, value));
                }));
        List<String> prompts = names.prompts(step.child("ask").orElseThrow());
        return Optional.of(new Ask(prompts, keep.map(Field::name), choices, misses(step)));
    }

    private Ask.Choice choice(Entry step, Optional<Field> keep, Entry value) {
        if (keep.isEmpty()) {
            return new Ask.Choice(value.text(), names.step(value));
        }
        if (keep.get().type().isChosen()) {
            value.oneOf(keep.get().values());
        } else {
            step.fault("\"%s\" is not a choice; key-in or record fills it."
                    .formatted(keep.get().name()));
        }
        return new Ask.Choice(value.text(), thenFor(step, value.text()));
    }

    /** {@code then: step}, or a step for each answer with {@code otherwise}. */
    private String thenFor(Entry step, String answer) {
        Optional<Entry> then = step.required("then");
        if (then.isEmpty() || !then.get().isMap()) {
            return then.map(names::step).orElse("");
        }
        Map<String, Entry> ways = then.get().children();
        Entry way = ways.getOrDefault(answer, ways.get("otherwise"));
        if (way == null) {
            then.get().fault("No way on for the answer \"%s\"; add it, or \"otherwise\".".formatted(answer));
            return "";
        }
        return names.step(way);
    }

    private Optional<Step> keyIn(Entry step) {
        step.onlyKeys("key-in", "keep", "read-back", "then", "skip", "tries", "otherwise");
        Optional<Field> field = step.required("keep").flatMap(names::field);
        Optional<String> then = then(step);
        if (field.isEmpty() || then.isEmpty()) {
            return Optional.empty();
        }
        if (!field.get().type().isKeyedIn()) {
            step.fault("\"%s\" is a %s and cannot be keyed in."
                    .formatted(field.get().name(), field.get().type().word()));
        }
        var ways = new KeyIn.Ways(then.get(), step.child("skip").map(names::step));
        String prompt = names.prompt(step.child("key-in").orElseThrow());
        Optional<String> readBack = step.child("read-back").map(names::prompt);
        return Optional.of(new KeyIn(prompt, field.get(), readBack, ways, misses(step)));
    }

    private Optional<Step> record(Entry step) {
        step.onlyKeys("record", "keep", "seconds", "review", "then", "silent");
        Optional<Field> field = step.required("keep").flatMap(names::field);
        Optional<String> then = then(step);
        if (field.isEmpty() || then.isEmpty()) {
            return Optional.empty();
        }
        if (field.get().type() != Field.Type.RECORDING) {
            step.fault("\"%s\" is not a recording.".formatted(field.get().name()));
        }
        int seconds = step.child("seconds").flatMap(each -> each.number(2, 600)).orElse(120);
        String silent = step.child("silent").map(names::step).orElse(then.get());
        String prompt = names.prompt(step.child("record").orElseThrow());
        Optional<String> review = step.child("review").map(names::prompt);
        var ways = new Leave.Ways(then.get(), silent);
        return Optional.of(new Leave(prompt, field.get().name(), review, Duration.ofSeconds(seconds), ways));
    }

    private Optional<Step> transfer(Entry step) {
        step.onlyKeys("transfer", "to", "seconds", "still", "whisper", "then", "otherwise");
        Optional<String> to = step.required("to").flatMap(each -> each.oneOf(List.of("duty")));
        Optional<String> still = step.required("still").map(names::prompt);
        Optional<String> whisper = step.required("whisper").map(names::prompt);
        Optional<String> then = then(step);
        Optional<String> otherwise = step.required("otherwise").map(names::step);
        if (Stream.of(to, still, whisper, then, otherwise).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        String before = names.prompt(step.child("transfer").orElseThrow());
        int seconds = step.child("seconds").flatMap(each -> each.number(10, 60)).orElse(30);
        var said = new Transfer.Said(before, still.get(), whisper.get());
        var ways = new Transfer.Ways(then.get(), otherwise.get());
        return Optional.of(new Transfer(said, to.get(), Duration.ofSeconds(seconds), ways));
    }

    private Optional<Step> branch(Entry step) {
        step.onlyKeys("branch", "otherwise");
        List<Branch.Way> ways = new ArrayList<>();
        for (Entry way : step.child("branch").orElseThrow().items()) {
            way.onlyKeys("if", "then");
            Optional<Condition> condition = way.required("if").map(names::condition);
            then(way).ifPresent(then -> condition.ifPresent(holds -> ways.add(new Branch.Way(holds, then))));
        }
        return step.required("otherwise").map(names::step).map(otherwise -> new Branch(ways, otherwise));
    }

    private Optional<Step> assign(Entry step) {
        step.onlyKeys("set", "then");
        Map<String, String> values = new LinkedHashMap<>();
        step.child("set").orElseThrow().children().forEach((field, value) -> {
            if (!names.fields().containsKey(field) && !field.equals(Facts.LANGUAGE)) {
                value.fault("\"%s\" is no field.".formatted(field));
            }
            values.put(field, value.text());
        });
        return then(step).map(then -> new Assign(values, then));
    }

    private Optional<Step> perform(Entry step) {
        step.onlyKeys("do", "then");
        List<Deed> deeds = rules.deeds(step.child("do").orElseThrow());
        return then(step).map(then -> new Do(deeds, then));
    }

    private Optional<Step> back(Entry step) {
        step.onlyKeys("back");
        return step.child("back").map(names::step).map(Back::new);
    }

    private Optional<Step> end(Entry step) {
        step.onlyKeys("end");
        return Optional.of(new End(names.prompts(step.child("end").orElseThrow())));
    }

    private Misses misses(Entry step) {
        int tries = step.child("tries").flatMap(each -> each.number(1, 5)).orElse(usual.tries());
        String otherwise = step.child("otherwise").map(names::step).orElse(usual.otherwise());
        return new Misses(tries, otherwise);
    }

    private Optional<String> then(Entry step) {
        return step.required("then").map(names::step);
    }
}
