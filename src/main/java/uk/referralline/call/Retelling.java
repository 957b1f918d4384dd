package uk.referralline.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.referralline.call.CallStory.By;
import uk.referralline.call.CallStory.Told;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Engine;
import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Keypad;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptMap;
import uk.referralline.ivr.Turn;
import uk.referralline.ivr.Words;

/** Turns the kept turns of one call into words. */
final class Retelling {
    private static final String NUMBER = "[the number]";
    private static final String GONE = "…";

    private final Script script;
    private final ScriptMap map;
    private final Engine engine;
    private final ObjectMapper json;
    private final Deeds deeds;

    Retelling(Script script, Keypad keypad, ObjectMapper json) {
        this.script = script;
        this.map = ScriptMap.of(script);
        this.engine = new Engine(new Discreet(keypad));
        this.json = json;
        this.deeds = new Deeds(map);
    }

    List<Told> tell(List<CallStory.TurnsDao.Row> turns) {
        List<Told> told = new ArrayList<>();
        for (CallStory.TurnsDao.Row turn : turns) {
            Optional<CallState> before = read(turn.before(), CallState.class);
            Optional<Input> input = read(turn.input(), Input.class);
            told.add(new Told(By.CALLER, deeds.words(turn.what(), input, before), turn.at()));
            boolean over = turn.what().equals("hung-up");
            (over ? Optional.of("") : said(turn, before, input))
                    .or(() -> turn.arrived().flatMap(this::asked))
                    .filter(words -> !words.isBlank())
                    .ifPresent(words -> told.add(new Told(By.LINE, words, turn.at())));
        }
        return List.copyOf(told);
    }

    /** What the line answered; empty where too little is left of the turn to lead where the call really went. */
    private Optional<String> said(CallStory.TurnsDao.Row turn, Optional<CallState> before, Optional<Input> input) {
        if (before.isEmpty() || input.isEmpty()) {
            return Optional.empty();
        }
        try {
            Turn again = engine.advance(script, before.get(), input.get());
            return Optional.of(again)
                    .filter(replayed -> isWhole(replayed.state()))
                    .filter(replayed ->
                            turn.arrived().equals(Optional.of(replayed.state().step())))
                    .map(replayed -> words(replayed, turn.kept()));
        } catch (NoSuchElementException | IllegalArgumentException | NullPointerException missing) {
            // An answer that the script counts on has been deleted.
            return Optional.empty();
        }
    }

    /** On every call the line knows its own facts: where they are missing, they have been deleted. */
    private static boolean isWhole(CallState state) {
        return !state.answer(Facts.LINE).orElse("").isBlank()
                && !state.answer(Facts.REFERENCE).orElse("").isBlank();
    }

    private String words(Turn turn, Map<String, String> kept) {
        CallState state = discreet(turn.state().knowing(kept));
        return turn.reply().prompts().stream()
                .map(prompt -> plain(engine.say(script, state, prompt).text()))
                .collect(Collectors.joining(" "));
    }

    /** In the first language, and without numbers. */
    private static CallState discreet(CallState state) {
        Map<String, String> answers = new HashMap<>(state.answers());
        answers.remove(Facts.LANGUAGE);
        answers.replaceAll((name, value) -> value.matches("\\+[0-9]{2,15}") ? NUMBER : value);
        return new CallState(state.step(), state.misses(), GONE, answers, state.over());
    }

    /** The words of the step where the call waited next: what is left to tell when a turn cannot be replayed. */
    private Optional<String> asked(String step) {
        return Deeds.place(map, step).map(place -> plain(place.words()).replaceAll("\\{[a-z-]+}", GONE));
    }

    private static String plain(String words) {
        return words.replace(Words.PAUSE, " ").replaceAll("\\s+", " ").strip();
    }

    private <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.of(json.readValue(text, type));
        } catch (JsonProcessingException deleted) {
            return Optional.empty();
        }
    }

    /** Reads keys as on the phone, and says no number. */
    private record Discreet(Keypad keypad) implements Keypad {
        @Override
        public Optional<String> phone(String keys) {
            return keypad.phone(keys);
        }

        @Override
        public String kind(String number) {
            return keypad.kind(number);
        }

        @Override
        public String spokenPhone(String number) {
            return NUMBER;
        }

        @Override
        public Optional<String> reference(String keys) {
            return keypad.reference(keys);
        }

        @Override
        public String spokenReference(String reference) {
            return reference.isBlank() ? GONE : keypad.spokenReference(reference);
        }
    }
}
