package uk.referralline;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.referralline.number.PhoneNumber;
import uk.referralline.store.StartFailure;
import uk.referralline.twilio.NumberSettings;
import uk.referralline.twilio.RestAccount;
import uk.referralline.twilio.TwilioUrls;

/** Tells whether the number at Twilio leads to this line, and makes it so. */
@Command(
        name = "provision",
        description = "Tell whether the number at Twilio leads to this line; the exit code is 1 when it does not.",
        mixinStandardHelpOptions = true)
final class ProvisionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--write", description = "Write the line's addresses to the number.")
    private boolean write;

    @Override
    public Integer call() {
        Config config = Config.of(System.getenv());
        Config.Account account = config.twilio()
                .orElseThrow(
                        () -> new StartFailure("TWILIO_ACCOUNT_SID is missing: the sandbox needs no provisioning."));
        var rest = new RestAccount(account.sid(), account.apiUser(), account.apiSecret(), account.apiUrl());
        var urls = TwilioUrls.of(config.publicUrl(), account.apiUrl(), account.sid());
        return provision(new NumberSettings(rest, urls), new PhoneNumber(account.line()));
    }

    private int provision(NumberSettings number, PhoneNumber line) {
        PrintWriter out = spec.commandLine().getOut();
        List<NumberSettings.Drift> drift = number.drift(line);
        if (drift.isEmpty()) {
            out.println("The number leads to this line.");
            return 0;
        }
        drift.forEach(each -> out.println(
                "%s is \"%s\" and should be \"%s\".".formatted(each.what(), each.found(), each.expected())));
        if (!write) {
            out.println("Run provision --write to change it.");
            return 1;
        }
        number.write(line);
        out.println("Written. The number leads to this line now.");
        return 0;
    }
}
