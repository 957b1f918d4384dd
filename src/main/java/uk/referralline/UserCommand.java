package uk.referralline;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.referralline.console.signin.FirstPassword;
import uk.referralline.console.signin.Ground;
import uk.referralline.console.signin.People;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;
import uk.referralline.store.Database;
import uk.referralline.store.EmbeddedDatabase;
import uk.referralline.store.StartFailure;

/** Looks after the accounts of the console without the console: how the first administrator comes to be. */
@Command(
        name = "user",
        description = "Look after the people who may sign in to the console.",
        mixinStandardHelpOptions = true)
final class UserCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    private final Function<ToIntFunction<People>, Integer> people;

    /** @param people gives the people of a database to whatever works on them */
    UserCommand(Function<ToIntFunction<People>, Integer> people) {
        this.people = people;
    }

    static final class RoleWord implements ITypeConverter<Role> {
        @Override
        public Role convert(String word) {
            try {
                return Role.ofWord(word);
            } catch (IllegalArgumentException unknown) {
                throw new CommandLine.TypeConversionException(
                        "choose duty-advocate, manager, analyst or administrator");
            }
        }
    }

    @Override
    public Integer call() {
        command.commandLine().usage(out());
        return 0;
    }

    @Command(
            name = "add",
            description = "Add a person, and print their first password.",
            mixinStandardHelpOptions = true)
    int add(
            @Option(names = "--name", required = true, description = "As colleagues know them.") String name,
            @Option(names = "--sign-in", required = true, description = "What they will type to sign in.")
                    String signIn,
            @Option(
                            names = "--role",
                            required = true,
                            converter = RoleWord.class,
                            description = "duty-advocate, manager, analyst or administrator.")
                    Role role) {
        if (name.isBlank() || signIn.isBlank()) {
            return fault("A person has a name and a sign-in name.");
        }
        var person = new NewAdvocate(name, signIn, role, Optional.empty());
        return people.apply(all -> all.add(person, Optional.empty())
                .map(first -> print(person.signIn(), first))
                .orElseGet(() -> fault("Somebody signs in as " + person.signIn() + " already.")));
    }

    @Command(name = "list", description = "List everybody.", mixinStandardHelpOptions = true)
    int list() {
        return people.apply(all -> {
            all.all().forEach(each -> out().println(row(each)));
            out().flush();
            return 0;
        });
    }

    @Command(
            name = "reset",
            description = "Let a person begin again who has lost their password or their phone.",
            mixinStandardHelpOptions = true)
    int reset(@Option(names = "--sign-in", required = true, description = "What they sign in with.") String signIn) {
        return people.apply(all ->
                with(all, signIn, person -> print(person.signIn(), all.reset(person.id(), Optional.empty()))));
    }

    @Command(name = "off", description = "Let nobody sign in as this person any more.", mixinStandardHelpOptions = true)
    int off(@Option(names = "--sign-in", required = true, description = "What they sign in with.") String signIn) {
        return people.apply(all -> with(all, signIn, person -> {
            all.turnOff(person.id(), Optional.empty());
            return tell(person.signIn() + " can no longer sign in.");
        }));
    }

    private int with(People all, String signIn, ToIntFunction<Advocate> work) {
        return all.findBySignIn(signIn)
                .map(work::applyAsInt)
                .orElseGet(() -> fault("Nobody signs in as " + signIn + "; \"user list\" lists everybody."));
    }

    private static String row(People.Entry entry) {
        Advocate person = entry.person();
        String state = !person.active() ? "off" : entry.account().isEmpty() ? "no password" : "on";
        return String.format(
                "%-32s %-16s %-12s %s", person.signIn(), person.role().word(), state, person.name());
    }

    private int print(String signIn, FirstPassword first) {
        return tell("First password for " + signIn + ": " + first.text() + " (for " + FirstPassword.LASTS.toDays()
                + " days; it is not shown again)");
    }

    private int tell(String sentence) {
        out().println(sentence);
        out().flush();
        return 0;
    }

    private int fault(String sentence) {
        command.commandLine().getErr().println(sentence);
        return 1;
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** The people of the configured database, or of the embedded one. */
    static int open(ToIntFunction<People> work) {
        Optional<String> url = Config.of(System.getenv()).databaseUrl();
        if (url.isPresent()) {
            return open(url.get(), work);
        }
        Path data = ServeCommand.DATA;
        if (Files.notExists(data)) {
            throw new StartFailure(
                    "DATABASE_URL is not set, and no line has run here: there is no " + data + " folder.");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.in(data)) {
            return open(database.url(), work);
        }
    }

    static int open(String url, ToIntFunction<People> work) {
        try (Database database = ValueTypes.open(url)) {
            var ground =
                    new Ground(database.jdbi(), InstantSource.system(), new SecureRandom(), Audited.signIns("command"));
            return work.applyAsInt(People.of(ground));
        }
    }
}
