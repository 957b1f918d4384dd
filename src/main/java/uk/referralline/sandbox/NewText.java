package uk.referralline.sandbox;

import java.util.Map;
import java.util.Optional;

/** Reads a text from a request to send it, and refuses what Twilio refuses. */
final class NewText {

    private static final String E164 = "\\+[1-9][0-9]{6,14}";
    private static final String ALPHANUMERIC = "(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}";
    private static final String SERVICE = "MG[0-9a-f]{32}";
    private static final int LONGEST = 1600;
    private static final int OPTED_OUT = 21610;

    /** Twilio's test numbers and what each is refused with. */
    private static final Map<String, Integer> MAGIC_TO = Map.of(
            "+15005550001", 21211,
            "+15005550002", 21612,
            "+15005550003", 21408,
            "+15005550004", OPTED_OUT,
            "+15005550009", 21614);

    private static final Map<String, Integer> MAGIC_FROM = Map.of(
            "+15005550007", 21606,
            "+15005550008", 21611);

    private final Numbers numbers;
    private final OptOuts optOuts;

    NewText(Numbers numbers, OptOuts optOuts) {
        this.numbers = numbers;
        this.optOuts = optOuts;
    }

    SandboxText.Draft from(RestRequest request) {
        String to = to(request);
        Optional<String> service = request.given("MessagingServiceSid")
                .or(() -> request.given("From").filter(from -> from.matches(SERVICE)));
        String from = service.or(() -> request.given("From"))
                .orElseThrow(() -> RestError.wrong(21603, "A 'From' or 'MessagingServiceSid' is required"));
        refuseSender(from);
        String body = body(request);
        var callback = request.url("StatusCallback", 21609);
        if (blocked(to, from)) {
            throw RestError.wrong(OPTED_OUT, "Attempt to send to unsubscribed recipient");
        }
        return new SandboxText.Draft(from, to, body, "outbound-api", service, callback);
    }

    private static String to(RestRequest request) {
        String to = request.given("To").orElseThrow(() -> RestError.wrong(21604, "A 'To' phone number is required."));
        if (!to.matches(E164)) {
            throw RestError.wrong(21211, "Invalid 'To' Phone Number");
        }
        if (MAGIC_TO.containsKey(to)) {
            throw RestError.wrong(MAGIC_TO.get(to), "This number is refused for tests");
        }
        return to;
    }

    private void refuseSender(String from) {
        if (MAGIC_FROM.containsKey(from)) {
            throw RestError.wrong(MAGIC_FROM.get(from), "This number is refused for tests");
        }
        boolean ours = numbers.find(from).isPresent() || from.equals("+15005550006");
        if (!ours && !from.matches(SERVICE) && !from.matches(ALPHANUMERIC)) {
            throw RestError.wrong(21606, "The 'From' is not a message-capable number of this account");
        }
    }

    private static String body(RestRequest request) {
        String body = request.given("Body").orElseThrow(() -> RestError.wrong(21602, "Message body is required."));
        if (body.length() > LONGEST) {
            throw RestError.wrong(21617, "The message body exceeds the 1600 character limit");
        }
        return body;
    }

    /** A service sends from any of our numbers, so a STOP to one of them holds for the service. */
    private boolean blocked(String to, String from) {
        if (from.matches(SERVICE)) {
            return numbers.all().stream().anyMatch(number -> optOuts.blocks(to, number.e164()));
        }
        return optOuts.blocks(to, from);
    }
}
