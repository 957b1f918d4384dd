package uk.referralline;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.call.Scripts;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;
import uk.referralline.settings.SettingVersions;
import uk.referralline.store.Database;
import uk.referralline.twilio.RestAccount;
import uk.referralline.twilio.TwilioRest;
import uk.referralline.twilio.TwilioUrls;

/** What all of a node stands on: its database, its folder of scripts and settings, and the provider. */
record Basis(
        Config config,
        Line.Machine machine,
        Database database,
        NumberPlan plan,
        Provider provider,
        Scripts scripts,
        Rung rung,
        CurrentFolder folder) {

    /** The way to the provider. @param own the line's number */
    record Provider(TwilioUrls urls, RestAccount rest, TwilioRest texts, PhoneNumber own) {
        static Provider of(Config config) {
            Config.Account account = config.twilio().orElseThrow();
            var urls = TwilioUrls.of(config.publicUrl(), account.apiUrl(), account.sid());
            var rest = new RestAccount(account.sid(), account.apiUser(), account.apiSecret(), account.apiUrl());
            return new Provider(
                    urls, rest, new TwilioRest(rest, account.sender(), urls), new PhoneNumber(account.line()));
        }
    }

    /** Reads the folder, and checks it if it is new. */
    static Basis of(Config config, Line.Machine machine, Database database) {
        var plan = new NumberPlan(config.testNumbers());
        var provider = Provider.of(config);
        Jdbi jdbi = database.jdbi();
        InstantSource clock = machine.clock();
        String number = plan.written(provider.own());
        var scripts = new Scripts(jdbi, files -> ScriptFolder.texts(files, number), clock);
        var rung = new Rung(machine.duty(), jdbi, plan, clock);
        rung.look();
        var settings = new SettingVersions(jdbi, Audited::setting, clock);
        var folder = CurrentFolder.open(
                new CurrentFolder.Source(config.ivrScripts(), number, rung),
                new CurrentFolder.Keeping(scripts, settings),
                plan,
                clock);
        return new Basis(config, machine, database, plan, provider, scripts, rung, folder);
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    InstantSource clock() {
        return machine.clock();
    }

    RandomGenerator chance() {
        return machine.chance();
    }
}
