package uk.referralline.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has texted STOP to which number: Twilio's own handling for long codes. */
final class OptOuts {

    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

    private static final String STOPPED = "You have successfully been unsubscribed. You will not receive any more"
            + " messages from this number. Reply START to resubscribe.";
    private static final String STARTED = "You have successfully been re-subscribed to messages from this number."
            + " Reply HELP for help. Reply STOP to unsubscribe.";
    private static final String HELP = "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";

    private final Set<String> blocked = ConcurrentHashMap.newKeySet();

    /** Takes in what a person texted to a number of ours, and gives Twilio's own reply, if there is one. */
    Optional<String> hear(String person, String ours, String body) {
        String word = body.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            blocked.add(pair(person, ours));
            return Optional.of(STOPPED);
        }
        if (START.contains(word)) {
            return blocked.remove(pair(person, ours)) ? Optional.of(STARTED) : Optional.empty();
        }
        return word.equals("HELP") || word.equals("INFO") ? Optional.of(HELP) : Optional.empty();
    }

    boolean blocks(String person, String ours) {
        return blocked.contains(pair(person, ours));
    }

    private static String pair(String person, String ours) {
        return person + ">" + ours;
    }
}
