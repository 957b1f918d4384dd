package uk.referralline.sandbox;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People who text a number of ours: Twilio hears STOP itself, and asks the line all the same. */
final class InboundTexts {

    private static final String REPLY = "outbound-reply";

    private final Exchange exchange;
    private final Texts texts;
    private final OptOuts optOuts;

    InboundTexts(Exchange exchange, Texts texts, OptOuts optOuts) {
        this.exchange = exchange;
        this.texts = texts;
        this.optOuts = optOuts;
    }

    SandboxText from(String person, OwnNumber number, String body) {
        SandboxText text = texts.receive(SandboxText.Draft.of(person, number.e164(), body, "inbound"));
        optOuts.hear(person, number.e164(), body).ifPresent(reply -> reply(text, reply));
        if (number.url("SmsUrl").isPresent()) {
            ask(text, number, new WebhookRequest(number.url("SmsUrl").get(), number.method("SmsMethod"), form(text)));
        }
        exchange.webhooks().deliverCallbacks();
        return text;
    }

    private void ask(SandboxText text, OwnNumber number, WebhookRequest request) {
        try {
            answer(text, exchange.webhooks().askForTwiml(request));
        } catch (WebhookFailed failed) {
            exchange.problems().add(failed.code(), text.sid(), failed.getMessage());
            Optional<URI> fallback = number.url("SmsFallbackUrl");
            if (fallback.isPresent() && !fallback.get().equals(request.url())) {
                Map<String, String> form = form(text);
                form.put("ErrorCode", String.valueOf(failed.code()));
                form.put("ErrorUrl", request.wireUrl());
                ask(text, number, WebhookRequest.post(fallback.get(), form));
            }
        }
    }

    private void answer(SandboxText text, Answer answer) throws WebhookFailed {
        if (answer.body().isBlank()) {
            return;
        }
        List<Verb> verbs = Twiml.read(
                answer,
                Vocabulary.MESSAGING,
                warning -> exchange.problems().add(Problem.SCHEMA_WARNING, text.sid(), warning));
        verbs.stream().filter(verb -> verb.name().equals("Message")).forEach(message -> reply(text, message.text()));
        if (verbs.stream().anyMatch(verb -> verb.name().equals("Redirect"))) {
            exchange.problems().add(Problem.SANDBOX, text.sid(), "the sandbox follows no <Redirect> for texts");
        }
    }

    private void reply(SandboxText to, String body) {
        texts.live(texts.take(SandboxText.Draft.of(to.to(), to.from(), body, REPLY)));
    }

    private Map<String, String> form(SandboxText text) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("AccountSid", exchange.settings().accountSid());
        form.put("ApiVersion", "2010-04-01");
        form.put("MessageSid", text.sid());
        form.put("SmsSid", text.sid());
        form.put("SmsMessageSid", text.sid());
        form.put("SmsStatus", "received");
        form.put("Body", text.body());
        form.put("NumMedia", "0");
        form.put("NumSegments", String.valueOf(Segments.of(text.body())));
        for (String party : List.of("From", "To")) {
            String number = party.equals("From") ? text.from() : text.to();
            form.put(party, number);
            form.put(party + "City", "");
            form.put(party + "State", "");
            form.put(party + "Zip", "");
            form.put(party + "Country", number.startsWith("+44") ? "GB" : "");
        }
        return form;
    }
}
