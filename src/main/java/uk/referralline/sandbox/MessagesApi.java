package uk.referralline.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** The Messages resource. */
final class MessagesApi {

    private static final int NOT_FINAL = 20009;

    private final Exchange exchange;
    private final Texts texts;
    private final NewText newText;

    MessagesApi(Exchange exchange, Texts texts, OptOuts optOuts) {
        this.exchange = exchange;
        this.texts = texts;
        this.newText = new NewText(exchange.numbers(), optOuts);
    }

    RestAnswer create(RestRequest request) {
        SandboxText text = texts.take(newText.from(request));
        return RestAnswer.json(201, json(text)).then(() -> texts.live(text));
    }

    RestAnswer fetch(RestRequest request) {
        return RestAnswer.json(200, json(find(request)));
    }

    /** Newest first, as Twilio lists. */
    RestAnswer list(RestRequest request) {
        List<SandboxText> newestFirst = new ArrayList<>(texts.all());
        Collections.reverse(newestFirst);
        Stream<SandboxText> wanted = newestFirst.stream()
                .filter(text -> request.query("To").map(text.to()::equals).orElse(true))
                .filter(text -> request.query("From").map(text.from()::equals).orElse(true))
                .filter(text -> sentAsAsked(request, text));
        return RestAnswer.json(
                200, RestPage.of(request, "messages", wanted.map(this::json).toList()));
    }

    /** An empty body redacts; nothing else can be changed. */
    RestAnswer update(RestRequest request) {
        SandboxText text = find(request);
        if (!request.form("Body").map(String::isEmpty).orElse(false)) {
            throw RestError.wrong(20001, "A message can only be redacted, by an empty Body");
        }
        refuseUnlessFinal(text);
        text.redact(exchange.now());
        return RestAnswer.json(200, json(text));
    }

    RestAnswer delete(RestRequest request) {
        SandboxText text = find(request);
        refuseUnlessFinal(text);
        texts.delete(text.sid());
        return RestAnswer.nothing();
    }

    private SandboxText find(RestRequest request) {
        return texts.find(request.sid()).orElseThrow(() -> RestError.notFound(request.path()));
    }

    private static void refuseUnlessFinal(SandboxText text) {
        if (!text.isFinal()) {
            throw new RestError(409, NOT_FINAL, "Cannot change or delete a message before it is complete");
        }
    }

    private static boolean sentAsAsked(RestRequest request, SandboxText text) {
        return sent(request.query("DateSent"), text, (sent, day) -> day(sent).equals(day(day)))
                && sent(request.query("DateSent>"), text, (sent, bound) -> !sent.isBefore(bound))
                && sent(request.query("DateSent<"), text, (sent, bound) -> !sent.isAfter(bound));
    }

    private static boolean sent(Optional<String> bound, SandboxText text, BiPredicate<Instant, Instant> fits) {
        return bound.map(date -> text.sent()
                        .filter(sent -> fits.test(sent, Dates.bound(date)))
                        .isPresent())
                .orElse(true);
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private Map<String, Object> json(SandboxText text) {
        String uri = "/2010-04-01/Accounts/" + exchange.settings().accountSid() + "/Messages/" + text.sid();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account_sid", exchange.settings().accountSid());
        json.put("api_version", "2010-04-01");
        json.put("body", text.body());
        json.put("date_created", Dates.text(text.created()));
        json.put("date_sent", Dates.text(text.sent()));
        json.put("date_updated", Dates.text(text.updated()));
        json.put("direction", text.direction());
        json.put("error_code", text.errorCode() == 0 ? null : text.errorCode());
        json.put("error_message", text.errorCode() == 0 ? null : "Error " + text.errorCode());
        json.put("from", text.from());
        json.put("messaging_service_sid", text.service().orElse(null));
        json.put("num_media", "0");
        json.put("num_segments", String.valueOf(text.service().isPresent() ? 0 : Segments.of(text.body())));
        json.put("price", null);
        json.put("price_unit", "USD");
        json.put("sid", text.sid());
        json.put("status", text.status());
        json.put("subresource_uris", Map.of("media", uri + "/Media.json"));
        json.put("to", text.to());
        json.put("uri", uri + ".json");
        return json;
    }
}
