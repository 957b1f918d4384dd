package uk.referralline.play;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Next;

/** A call in a terminal: prints what the line says, reads what the caller does, and remembers both. */
final class Terminal {
    private static final int WIDE = 76;
    private static final String LINE = "Line: ";

    private final BufferedReader typed;
    private final PrintWriter screen;
    private final List<Conversation.Part> talk = new ArrayList<>();
    private String hinted = "";

    Terminal(BufferedReader typed, PrintWriter screen) {
        this.typed = typed;
        this.screen = screen;
    }

    /** Plays one call to its end. What it returns reads and runs as a conversation of {@code ivr-scripts/}. */
    Conversation play(Walk walk, Input.Begun begun, Call call) throws IOException {
        turn(walk, begun);
        for (int turn = 0; !(walk.next() instanceof Next.HangUp); turn++) {
            String words = act(walk);
            talk.add(new Conversation.Part(false, words, 0));
            turn(walk, CallerAct.of(words, turn).orElseThrow());
        }
        Outcome outcome = Outcome.of(walk);
        screen.println();
        screen.println("The call is over. " + told(outcome));
        screen.flush();
        return new Conversation(call.title(), call.from(), call.at(), call.staffed(), talk, ends(outcome));
    }

    /**
     * @param from a number as people write it, or {@code withheld}
     * @param staffed whether somebody is on duty who can be rung
     */
    record Call(String title, String from, Instant at, boolean staffed) {}

    private void turn(Walk walk, Input input) {
        walk.take(input);
        for (String said : walk.heard()) {
            talk.add(new Conversation.Part(true, firstSentence(said), 0));
            wrapped(said).forEach(screen::println);
        }
    }

    private static String firstSentence(String said) {
        return said.split("(?<=[.?!]) ", 2)[0].strip();
    }

    /** What the caller does now; the end of all input is a hang-up. */
    private String act(Walk walk) throws IOException {
        hint(walk.next());
        while (true) {
            screen.print("> ");
            screen.flush();
            String line = typed.readLine();
            if (line == null) {
                return "hangs up";
            }
            try {
                return Typed.words(line, walk.next());
            } catch (IllegalArgumentException unknown) {
                screen.println(unknown.getMessage());
            }
        }
    }

    private void hint(Next waiting) {
        String hint = Typed.hint(waiting);
        if (!hint.equals(hinted)) {
            screen.println("(" + hint + ")");
            hinted = hint;
        }
    }

    private static List<String> wrapped(String said) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder(LINE);
        for (String word : said.strip().split(" ")) {
            if (line.length() + word.length() > WIDE) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(LINE.length()));
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private static String told(Outcome outcome) {
        String texts = outcome.texts().isEmpty() ? "none" : String.join(", ", outcome.texts());
        return "Kept: %s; callback: %s; urgency: %s; texts: %s."
                .formatted(outcome.kind(), outcome.callback(), outcome.urgency(), texts);
    }

    private static Conversation.Ends ends(Outcome outcome) {
        return new Conversation.Ends(
                Optional.of(outcome.kind()),
                Optional.of(outcome.callback()),
                Optional.of(outcome.urgency()),
                Optional.of(outcome.texts()));
    }
}
