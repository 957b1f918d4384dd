package uk.referralline;

import io.javalin.Javalin;
import uk.referralline.call.Calls;
import uk.referralline.call.Confirmations;
import uk.referralline.call.Features;
import uk.referralline.call.Transfers;
import uk.referralline.call.UkKeypad;
import uk.referralline.console.Console;
import uk.referralline.ivr.Engine;
import uk.referralline.sms.IncomingTexts;
import uk.referralline.twilio.RecordedPrompts;
import uk.referralline.twilio.Signature;
import uk.referralline.twilio.SignedRequests;
import uk.referralline.twilio.SmsWebhook;
import uk.referralline.twilio.TransferWebhook;
import uk.referralline.twilio.Twiml;
import uk.referralline.twilio.VoiceWebhook;
import uk.referralline.web.Health;
import uk.referralline.web.Metrics;
import uk.referralline.web.Routes;

/** Where the provider asks what callers hear, and tells of texts. */
record Switchboard(Basis basis, Backstage backstage, Engine engine, Calls calls) {

    static Switchboard of(Basis basis, Backstage backstage) {
        var engine = new Engine(new UkKeypad(basis.plan()));
        var confirmations = new Confirmations(backstage.texts(), basis.scripts(), backstage.worker()::nudge);
        var calls = new Calls(
                basis.jdbi(),
                basis.scripts(),
                engine,
                new Features(backstage.casework(), backstage.recordings(), confirmations, backstage.suppressions()),
                basis.folder()::beginning,
                basis.clock());
        return new Switchboard(basis, backstage, engine, calls);
    }

    /** Starts to listen. */
    Javalin listen(Console console) {
        Config config = basis.config();
        var twiml = new Twiml(basis.provider().urls(), basis.provider().own());
        var metrics = new Metrics();
        metrics.gauge(
                "line_bank_holidays_days_left",
                "Days for which the bank holidays are known",
                basis.folder()::holidayDaysLeft);
        var routes = new Routes(
                new SignedRequests(new Signature(config.twilio().orElseThrow().tokens()), config.publicUrl()),
                new VoiceWebhook(calls, backstage.recordings(), basis.plan(), twiml),
                new TransferWebhook(new Transfers(basis.jdbi(), basis.scripts(), engine, basis.clock()), twiml),
                new RecordedPrompts(basis.scripts()::recording),
                texts(),
                new Health(basis.database()),
                metrics,
                console);
        return routes.server(config.host(), config.port()).start();
    }

    private SmsWebhook texts() {
        var incoming = new IncomingTexts(
                basis.jdbi(), backstage.suppressions(), backstage.casework()::openForText, basis.clock());
        return new SmsWebhook(
                incoming::receive,
                (id, sid, status, code) -> {
                    backstage.texts().heard(id, sid, status, code);
                    backstage.alerts().heard(id, sid, status, code);
                },
                (sid, status, code) -> {
                    backstage.texts().heardBySid(sid, status, code);
                    backstage.alerts().heardBySid(sid, status, code);
                });
    }
}
