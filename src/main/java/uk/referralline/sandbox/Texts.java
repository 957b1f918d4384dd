package uk.referralline.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every text that was taken and not deleted, and what becomes of it. */
final class Texts {

    private final Exchange exchange;
    private final Faults faults;
    private final Map<String, SandboxText> bySid = new LinkedHashMap<>();

    Texts(Exchange exchange, Faults faults) {
        this.exchange = exchange;
        this.faults = faults;
    }

    /** Takes a text to send; what becomes of it follows with {@link #live}. */
    SandboxText take(SandboxText.Draft draft) {
        String first = draft.service().isPresent() ? "accepted" : "queued";
        return keep(new SandboxText(exchange.sids().next("SM"), draft, first, exchange.now()));
    }

    /** Keeps a text that came in. */
    SandboxText receive(SandboxText.Draft draft) {
        return keep(new SandboxText(exchange.sids().next("SM"), draft, "received", exchange.now()));
    }

    /** The text goes through the life that the faults have for it; its callbacks are put on their way. */
    void live(SandboxText text) {
        faults.lifeOf(text.to()).stages().forEach(stage -> becomes(text, stage));
    }

    void becomes(SandboxText text, Life.Stage stage) {
        text.becomes(stage, exchange.now());
        text.callback()
                .ifPresent(url -> exchange.webhooks().later(WebhookRequest.post(url, form(text, stage)), text.sid()));
    }

    synchronized Optional<SandboxText> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    /** Oldest first. */
    synchronized List<SandboxText> all() {
        return List.copyOf(bySid.values());
    }

    synchronized boolean delete(String sid) {
        return bySid.remove(sid) != null;
    }

    private synchronized SandboxText keep(SandboxText text) {
        bySid.put(text.sid(), text);
        return text;
    }

    private Map<String, String> form(SandboxText text, Life.Stage stage) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("AccountSid", exchange.settings().accountSid());
        form.put("ApiVersion", "2010-04-01");
        form.put("From", text.from());
        form.put("To", text.to());
        form.put("MessageSid", text.sid());
        form.put("MessageStatus", stage.status());
        form.put("SmsSid", text.sid());
        form.put("SmsStatus", stage.status());
        text.service().ifPresent(sid -> form.put("MessagingServiceSid", sid));
        if (stage.errorCode() != 0) {
            form.put("ErrorCode", String.valueOf(stage.errorCode()));
        }
        return form;
    }
}
