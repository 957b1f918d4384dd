package uk.referralline.duty;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.Upkeep;

/**
 * What {@code opening-hours.yaml} says. Without an emergency {@code closedUntil} is {@link Instant#MIN}; with one, the
 * line counts as closed at every moment before it.
 */
record HoursFile(Map<DayOfWeek, Hours> week, List<Closure> closures, Instant closedUntil) {

    static final String NAME = "opening-hours.yaml";

    private static final String FORM = "\"closed\" or hours such as 09:00 to 17:00";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    HoursFile {
        week = Map.copyOf(week);
        closures = List.copyOf(closures);
    }

    /** Empty only when a fault was noted; there may be a value and faults. */
    static Optional<HoursFile> read(String text, Faults faults) {
        return Entry.read(NAME, text, faults).map(file -> {
            file.onlyKeys("owner", "review", "hours", "closures", "closed-now");
            Upkeep.read(file);
            Map<DayOfWeek, Hours> week = file.required("hours")
                    .map(hours -> week(hours.named("hours")))
                    .orElse(Map.of());
            List<Closure> closures = filled(file, "closures").stream()
                    .flatMap(list -> list.items().stream())
                    .flatMap(entry -> Closure.read(entry).stream())
                    .toList();
            Optional<Instant> until = filled(file, "closed-now").flatMap(HoursFile::closedUntil);
            return new HoursFile(week, closures, until.orElse(Instant.MIN));
        });
    }

    private static Map<DayOfWeek, Hours> week(Entry hours) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        hours.onlyKeys(Arrays.stream(DayOfWeek.values()).map(HoursFile::word).toArray(String[]::new));
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.required(word(day))
                    .flatMap(entry -> entry.value(FORM, HoursFile::day))
                    .flatMap(open -> open)
                    .ifPresent(open -> week.put(day, open));
        }
        if (week.keySet().stream().noneMatch(day -> day.compareTo(DayOfWeek.FRIDAY) <= 0)) {
            hours.fault("The line must open on at least one day from Monday to Friday.");
        }
        return week;
    }

    private static Optional<Hours> day(String text) {
        return text.equals("closed") ? Optional.empty() : Optional.of(Hours.of(text));
    }

    private static Optional<Instant> closedUntil(Entry now) {
        now.onlyKeys("until", "reason");
        now.required("reason").ifPresent(reason -> reason.value("why we are closed", Function.identity()));
        return now.required("until")
                .flatMap(until -> until.value("a UK date and time such as 2026-11-24 12:00", HoursFile::moment));
    }

    /** What stands behind a key that may be missing, or stand there with nothing behind it. */
    private static Optional<Entry> filled(Entry file, String key) {
        return file.child(key)
                .map(entry -> entry.named(key))
                .filter(entry -> !entry.isText() || !entry.text().isEmpty());
    }

    private static Instant moment(String text) {
        return LocalDateTime.parse(text, MOMENT).atZone(OpeningHours.LONDON).toInstant();
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
