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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Section;

/**
 * What {@code opening-hours.yaml} says. Without an emergency {@code closedUntil} is {@link Instant#MIN}; with one, the
 * line counts as closed at every moment before it.
 */
record HoursFile(Map<DayOfWeek, Hours> week, List<Closure> closures, Instant closedUntil) {

    static final String NAME = "opening-hours.yaml";

    private static final String FORM = "“closed”, or hours such as 09:00 to 17:00";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    HoursFile {
        week = Map.copyOf(week);
        closures = List.copyOf(closures);
    }

    /** Empty only when a fault was reported; there may be a value and faults. */
    static Optional<HoursFile> read(String text, Consumer<Fault> faults) {
        return Section.read(NAME, text, faults).map(file -> {
            file.only(Set.of("owner", "review", "hours", "closures", "closed-now"));
            file.text("owner");
            file.date("review");
            List<Closure> closures = file.sections("closures").stream()
                    .flatMap(entry -> Closure.read(entry).stream())
                    .toList();
            return new HoursFile(week(file), closures, closedUntil(file));
        });
    }

    private static Map<DayOfWeek, Hours> week(Section file) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        file.section("hours").ifPresent(hours -> {
            hours.only(Arrays.stream(DayOfWeek.values()).map(HoursFile::word).collect(Collectors.toSet()));
            for (DayOfWeek day : DayOfWeek.values()) {
                hours.value(word(day), FORM, HoursFile::day)
                        .flatMap(open -> open)
                        .ifPresent(open -> week.put(day, open));
            }
            if (week.keySet().stream().noneMatch(day -> day.compareTo(DayOfWeek.FRIDAY) <= 0)) {
                file.fault("hours", "The line must open on at least one day from Monday to Friday.");
            }
        });
        return week;
    }

    private static Optional<Hours> day(String text) {
        return text.equals("closed") ? Optional.empty() : Optional.of(Hours.of(text));
    }

    private static Instant closedUntil(Section file) {
        if (!file.has("closed-now")) {
            return Instant.MIN;
        }
        return file.section("closed-now")
                .flatMap(now -> {
                    now.only(Set.of("until", "reason"));
                    now.text("reason");
                    return now.value("until", "a UK date and time such as 2026-11-24 12:00", HoursFile::moment);
                })
                .orElse(Instant.MIN);
    }

    private static Instant moment(String text) {
        return LocalDateTime.parse(text, MOMENT).atZone(OpeningHours.LONDON).toInstant();
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
