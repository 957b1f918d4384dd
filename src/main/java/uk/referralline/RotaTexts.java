package uk.referralline;

import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.NotedAbsence;
import uk.referralline.duty.OpeningHours;
import uk.referralline.duty.Planned;
import uk.referralline.duty.RotaDay;
import uk.referralline.duty.RotaUpkeep;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.Span;

/** The rota as a person at a terminal reads it. */
final class RotaTexts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter TIME_AND_DAY = DateTimeFormatter.ofPattern("HH:mm 'on' EEEE", Locale.UK);

    private final Map<AdvocateId, String> names;
    private final LocalDate today;

    private RotaTexts(Map<AdvocateId, String> names, LocalDate today) {
        this.names = names;
        this.today = today;
    }

    /** Who keeps it, its days with what nobody covers, and the days away; ends with a line break. */
    static String of(Handle handle, Instant now, int days, OpeningHours hours) {
        var rotas = new Rotas();
        Map<AdvocateId, String> names =
                new Advocates().all(handle).stream().collect(Collectors.toMap(Advocate::id, Advocate::name));
        var texts = new RotaTexts(names, now.atZone(LONDON).toLocalDate());
        var text = new StringBuilder(texts.upkeep(rotas.upkeep(handle)));
        rotas.read(handle, now).days(now, days, hours).forEach(day -> text.append(texts.day(day)));
        return text.append(texts.away(rotas.absences(handle))).toString();
    }

    private String upkeep(Optional<RotaUpkeep> upkeep) {
        return upkeep.map(kept -> "Kept by %s, to be read again by %s%s%n"
                        .formatted(
                                kept.owner(),
                                DAY.format(kept.review()),
                                kept.isPast(today) ? ", which is past: read it, and then move the date on." : "."))
                .orElse("Nobody is named who keeps the rota: \"rota keep\" names them.\n");
    }

    private String day(RotaDay day) {
        var text = new StringBuilder(
                "%n%s%s%n".formatted(DAY.format(day.day()), day.open().isEmpty() ? " (the line is closed)" : ""));
        day.shifts().forEach(shift -> text.append(shift(shift, day.day())));
        day.gaps().forEach(gap -> text.append("  %s  NOBODY, and the line is open%n".formatted(span(gap, day.day()))));
        return text.toString();
    }

    private String shift(Planned shift, LocalDate day) {
        String who = name(shift.whose());
        String there = switch (shift.presence()) {
            case HERE -> who;
            case AWAY -> "nobody: " + who + " is away";
            case GONE -> "nobody: " + who + " is not on duty any more";
        };
        String swapped =
                shift.isSwapped() ? " for " + name(shift.shift().weekly().advocate()) : "";
        return "  %s  %s%s, %s (shift %d)%n"
                .formatted(
                        span(shift.span(), day),
                        there,
                        swapped,
                        shift.shift().weekly().order().word(),
                        shift.shift().id().value());
    }

    private String away(List<NotedAbsence> absences) {
        List<NotedAbsence> coming = absences.stream()
                .filter(noted -> !noted.absence().lastDay().isBefore(today))
                .toList();
        var text = new StringBuilder(coming.isEmpty() ? "" : "\nDays away\n");
        coming.forEach(noted -> text.append("  %s to %s  %s (away %d)%n"
                .formatted(
                        noted.absence().firstDay(),
                        noted.absence().lastDay(),
                        name(noted.absence().advocate()),
                        noted.id().value())));
        return text.toString();
    }

    private String name(AdvocateId id) {
        return names.getOrDefault(id, "somebody");
    }

    private static String span(Span span, LocalDate day) {
        return time(span.from(), day) + " to " + time(span.to(), day);
    }

    /** Midnight at the day's end is of the day. */
    private static String time(Instant at, LocalDate day) {
        boolean here = at.minusNanos(1).atZone(LONDON).toLocalDate().equals(day)
                || at.atZone(LONDON).toLocalDate().equals(day);
        return (here ? TIME : TIME_AND_DAY).format(at.atZone(LONDON));
    }
}
