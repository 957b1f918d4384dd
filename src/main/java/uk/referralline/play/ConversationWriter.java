package uk.referralline.play;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import uk.referralline.ivr.Facts;

/** Writes a conversation as {@link ConversationReader} reads it. */
public final class ConversationWriter {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private ConversationWriter() {}

    /** The text of a file for {@code ivr-scripts/conversations/}. */
    public static String write(Conversation conversation) {
        var text = new StringBuilder();
        line(text, "title: " + quoted(conversation.title()));
        line(text, "caller: " + conversation.caller());
        line(text, "at: " + TIME.format(conversation.at().atZone(LONDON)));
        if (conversation.staffed()) {
            line(text, "duty: " + Facts.AVAILABLE);
        }
        line(text, "talk:");
        for (Conversation.Part part : conversation.talk()) {
            line(text, written(part));
        }
        ends(text, conversation.ends());
        return text.toString();
    }

    private static String written(Conversation.Part part) {
        if (!part.isLine() && part.what().startsWith(Conversation.PERSON)) {
            return "  - person: " + part.what().substring(Conversation.PERSON.length());
        }
        return (part.isLine() ? "  - line: " : "  - caller: ") + quoted(part.what());
    }

    private static void ends(StringBuilder text, Conversation.Ends ends) {
        int before = text.length();
        ends.kind().ifPresent(kind -> line(text, "  case: " + quoted(kind)));
        ends.callback().ifPresent(callback -> line(text, "  callback: " + callback));
        ends.urgency().ifPresent(urgency -> line(text, "  urgency: " + urgency));
        ends.texts().ifPresent(texts -> line(text, "  texts: " + texts(texts)));
        text.insert(before, text.length() == before ? "ends: {}\n" : "ends:\n");
    }

    private static String texts(List<String> templates) {
        return templates.isEmpty() ? "none" : templates.toString();
    }

    /** Quoted where YAML would take it for something else than words. */
    private static String quoted(String words) {
        boolean plain = words.matches("[\\p{L}\\p{N}][^:#\"\\\\\\[\\]{}&*!|>'%@`]*");
        return plain ? words : '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    /** @param time as a conversation has it, such as {@code 2026-11-24 10:15} */
    static Instant instant(String time) {
        return LocalDateTime.parse(time, TIME).atZone(LONDON).toInstant();
    }
}
