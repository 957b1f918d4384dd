package uk.referralline;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.referralline.number.NumberKind;
import uk.referralline.number.NumberPlan;

/**
 * Every setting of the service, from the environment. A wrong one is refused by its name.
 *
 * @param publicUrl what Twilio calls and signs, without a slash at its end
 * @param databaseUrl a {@code jdbc:postgresql:} URL; empty for the embedded database
 * @param twilio the real account; empty for the sandbox
 * @param ivrScripts the folder that replaces the packaged call script
 * @param testNumbers whether Ofcom's drama numbers count as real ones
 */
public record Config(
        String host,
        int port,
        String publicUrl,
        Optional<String> databaseUrl,
        Optional<Account> twilio,
        Optional<Path> ivrScripts,
        boolean testNumbers) {

    /**
     * A real Twilio account.
     *
     * @param tokens that sign webhooks; several while rotating, the first one being current
     * @param apiUser and {@code apiSecret}: the REST credentials
     * @param apiUrl of Twilio's REST API, without a slash at its end
     * @param line the line's own number, E.164
     * @param sender of texts: letters, an E.164 number, or the id of a messaging service
     */
    public record Account(
            String sid,
            List<String> tokens,
            String apiUser,
            String apiSecret,
            String apiUrl,
            String line,
            String sender) {

        /** Never prints a secret. */
        @Override
        public String toString() {
            return "Account[" + sid + "]";
        }
    }

    /** The same, with a database and an account in place of the embedded one and the sandbox. */
    Config with(String database, Account account) {
        return new Config(host, port, publicUrl, Optional.of(database), Optional.of(account), ivrScripts, testNumbers);
    }

    /** A setting is missing or wrong; the message is one sentence that names it. */
    public static final class WrongSetting extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongSetting(String name, String what) {
            super(name + " " + what);
        }
    }

    private static final String TWILIO = "https://api.twilio.com";
    private static final String NUMBER = "\\+[1-9][0-9]{6,14}";

    /** @throws WrongSetting with one sentence that names the setting */
    public static Config of(Map<String, String> environment) {
        var settings = new Settings(environment);
        int port = port(settings.or("PORT", "8080"));
        Optional<Account> account = account(settings);
        boolean testNumbers = testNumbers(settings, account.isPresent());
        account.ifPresent(each -> checkLine(each.line(), testNumbers));
        return new Config(
                settings.or("HOST", "127.0.0.1"),
                port,
                publicUrl(settings, port, account.isPresent()),
                settings.get("DATABASE_URL").map(Config::databaseUrl),
                account,
                settings.get("IVR_SCRIPTS").map(Config::folder),
                testNumbers);
    }

    private static int port(String word) {
        if (word.matches("[0-9]{1,5}") && Integer.parseInt(word) <= 65_534) {
            return Integer.parseInt(word);
        }
        throw new WrongSetting("PORT", "must be a number from 0 to 65534, not \"" + word + "\".");
    }

    private static String publicUrl(Settings settings, int port, boolean real) {
        String written = settings.or("PUBLIC_URL", "http://localhost:" + port);
        if (real && settings.get("PUBLIC_URL").isEmpty()) {
            throw new WrongSetting("PUBLIC_URL", "is missing: with a real account, Twilio must know where to call.");
        }
        return url("PUBLIC_URL", written);
    }

    private static String url(String name, String written) {
        String url = written.replaceFirst("/+$", "");
        boolean plain = url.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9_-]+)*");
        if (!plain || URI.create(url).getHost() == null) {
            throw new WrongSetting(
                    name, "must be like https://line.example.org, without a query or anything that needs escaping.");
        }
        return url;
    }

    private static String databaseUrl(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        throw new WrongSetting("DATABASE_URL", "must begin with jdbc:postgresql:// .");
    }

    private static Path folder(String written) {
        Path folder = Path.of(written);
        if (Files.isReadable(folder.resolve("line.yaml"))) {
            return folder;
        }
        throw new WrongSetting("IVR_SCRIPTS", "must name a folder with a readable line.yaml in it.");
    }

    private static boolean testNumbers(Settings settings, boolean real) {
        String written = settings.or("TEST_NUMBERS", real ? "refuse" : "allow");
        return switch (written) {
            case "allow" -> true;
            case "refuse" -> false;
            default -> throw new WrongSetting("TEST_NUMBERS", "must be allow or refuse, not \"" + written + "\".");
        };
    }

    private static final List<String> ACCOUNT = List.of(
            "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY", "TWILIO_API_SECRET", "TWILIO_API_URL", "LINE_NUMBER", "SMS_SENDER");

    private static Optional<Account> account(Settings settings) {
        Optional<String> sid = settings.get("TWILIO_ACCOUNT_SID");
        if (sid.isEmpty()) {
            // Half a configuration must not run as a silent sandbox.
            ACCOUNT.stream()
                    .filter(name -> settings.get(name).isPresent())
                    .findFirst()
                    .ifPresent(name -> {
                        throw new WrongSetting("TWILIO_ACCOUNT_SID", "is missing although " + name + " is set.");
                    });
            return Optional.empty();
        }
        settings.check("TWILIO_ACCOUNT_SID", "AC[0-9a-f]{32}", "must be AC and 32 hexadecimal digits.");
        List<String> tokens = Arrays.stream(settings.need("TWILIO_AUTH_TOKEN").split(","))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList();
        if (tokens.isEmpty()) {
            throw new WrongSetting("TWILIO_AUTH_TOKEN", "must hold at least one token.");
        }
        boolean key = settings.get("TWILIO_API_KEY").isPresent();
        if (key != settings.get("TWILIO_API_SECRET").isPresent()) {
            throw new WrongSetting(
                    key ? "TWILIO_API_SECRET" : "TWILIO_API_KEY",
                    "is missing: the API key and its secret go together.");
        }
        settings.check("LINE_NUMBER", NUMBER, "must be the line's own number in E.164, such as +443069990100.");
        settings.check(
                "SMS_SENDER",
                "MG[0-9a-f]{32}|" + NUMBER + "|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}",
                "must be 1 to 11 letters, digits or spaces with a letter, an E.164 number, or MG and 32 hexadecimal digits.");
        return Optional.of(new Account(
                sid.get(),
                tokens,
                settings.or("TWILIO_API_KEY", sid.get()),
                settings.or("TWILIO_API_SECRET", tokens.get(0)),
                url("TWILIO_API_URL", settings.or("TWILIO_API_URL", TWILIO)),
                settings.need("LINE_NUMBER"),
                settings.need("SMS_SENDER")));
    }

    private static void checkLine(String line, boolean testNumbers) {
        var plan = new NumberPlan(testNumbers);
        if (plan.e164(line).map(plan::kind).orElse(NumberKind.INVALID) == NumberKind.INVALID) {
            throw new WrongSetting("LINE_NUMBER", "is not a number that anybody can have.");
        }
    }

    /** The environment, where blank counts as unset. */
    private record Settings(Map<String, String> environment) {

        Optional<String> get(String name) {
            return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
        }

        String or(String name, String usual) {
            return get(name).orElse(usual);
        }

        String need(String name) {
            return get(name)
                    .orElseThrow(() -> new WrongSetting(name, "is missing although TWILIO_ACCOUNT_SID is set."));
        }

        void check(String name, String form, String must) {
            if (!need(name).matches(form)) {
                throw new WrongSetting(name, must);
            }
        }
    }
}
