package uk.referralline.sandbox;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is told how a call goes: a status callback and the events that were asked for. */
record Reports(Optional<URI> url, String method, Set<String> events) {

    /**
     * @param events separated by spaces; empty for the end only, as Twilio does unless more is asked for
     */
    static Reports of(Optional<URI> url, String method, String events) {
        if (events.isBlank()) {
            return new Reports(url, method, Set.of("completed"));
        }
        return new Reports(
                url, method, Arrays.stream(events.strip().split(" +")).collect(Collectors.toSet()));
    }
}
