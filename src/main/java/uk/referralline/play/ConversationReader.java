package uk.referralline.play;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.referralline.ivr.Facts;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.FaultyFiles;

/** Reads one file of {@code ivr-scripts/conversations/}. */
public final class ConversationReader {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private ConversationReader() {}

    /** @throws FaultyFiles with every fault, by line */
    public static Conversation read(String file, String text) {
        var faults = new Faults();
        Optional<Conversation> read = Entry.read(file, text, faults).map(ConversationReader::conversation);
        faults.throwIfAny();
        return read.orElseThrow();
    }

    private static Conversation conversation(Entry top) {
        top.onlyKeys("title", "caller", "at", "duty", "talk", "ends");
        List<Conversation.Part> talk = new ArrayList<>();
        top.required("talk")
                .ifPresent(all -> all.items().forEach(part -> {
                    part.onlyKeys("line", "caller", "person");
                    part.child("line")
                            .ifPresent(line -> talk.add(new Conversation.Part(true, line.text(), line.line())));
                    part.child("caller")
                            .ifPresent(does -> talk.add(new Conversation.Part(false, does.text(), does.line())));
                    part.child("person")
                            .ifPresent(does -> talk.add(
                                    new Conversation.Part(false, Conversation.PERSON + does.text(), does.line())));
                }));
        return new Conversation(
                top.required("title").map(Entry::text).orElse(""),
                top.required("caller").map(Entry::text).orElse("withheld"),
                top.required("at")
                        .flatMap(ConversationReader::time)
                        .orElse(LocalDateTime.MIN.withYear(2026))
                        .atZone(LONDON)
                        .toInstant(),
                top.child("duty")
                        .flatMap(duty -> duty.oneOf(List.of(Facts.AVAILABLE, Facts.NOBODY)))
                        .filter(Facts.AVAILABLE::equals)
                        .isPresent(),
                talk,
                ends(top.required("ends")));
    }

    private static Conversation.Ends ends(Optional<Entry> ends) {
        ends.ifPresent(each -> each.onlyKeys("case", "callback", "urgency", "texts"));
        Optional<List<String>> texts = ends.flatMap(each -> each.child("texts"))
                .map(Entry::texts)
                .map(all -> all.equals(List.of("none")) ? List.<String>of() : all);
        return new Conversation.Ends(text(ends, "case"), text(ends, "callback"), text(ends, "urgency"), texts);
    }

    private static Optional<String> text(Optional<Entry> ends, String key) {
        return ends.flatMap(each -> each.child(key)).map(Entry::text);
    }

    private static Optional<LocalDateTime> time(Entry entry) {
        try {
            return Optional.of(LocalDateTime.parse(entry.text(), TIME));
        } catch (DateTimeParseException wrong) {
            entry.fault("A time is like 2026-11-24 10:15.");
            return Optional.empty();
        }
    }
}
