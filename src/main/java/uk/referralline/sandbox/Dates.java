package uk.referralline.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Dates as Twilio's first API writes and reads them. */
final class Dates {

    // +0000 and two digits of the day: Twilio's library reads nothing else
    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private Dates() {}

    /** RFC 2822, UTC: {@code Tue, 24 Nov 2026 10:15:00 +0000}. */
    static String text(Instant instant) {
        return RFC_2822.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** RFC 2822, or null for JSON. */
    static String text(Optional<Instant> instant) {
        return instant.map(Dates::text).orElse(null);
    }

    /** A filter's bound: an ISO 8601 date, which begins at midnight UTC, or a time with its offset. */
    static Instant bound(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            // Twilio's library drops the offset of a time
            boolean bare = text.length() == 19;
            return OffsetDateTime.parse(bare ? text + "Z" : text).toInstant();
        } catch (DateTimeParseException wrong) {
            throw RestError.wrong(20001, "DateSent is not a date");
        }
    }
}
