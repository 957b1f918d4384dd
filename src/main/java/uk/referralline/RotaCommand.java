package uk.referralline;

import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.referralline.audit.Subject;
import uk.referralline.duty.Absence;
import uk.referralline.duty.AbsenceId;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.DutyRefused;
import uk.referralline.duty.OpeningHours;
import uk.referralline.duty.RotaRequest;
import uk.referralline.duty.RotaUpkeep;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.ShiftId;
import uk.referralline.settings.Setting;
import uk.referralline.settings.Settings;

/** The rota without the console. Every change is a manager's, named by what they sign in with, and is in the audit. */
@Command(
        name = "rota",
        description = "Show who is on duty today and in the next two weeks, and what nobody covers.",
        subcommands = RotaAddCommand.class,
        mixinStandardHelpOptions = true)
final class RotaCommand implements Callable<Integer> {
    private static final String BY = "What the manager who wants it signs in with.";
    /** Today and the next 14. */
    private static final int DAYS = 15;

    private final Function<ToIntFunction<Jdbi>, Integer> database;
    private final InstantSource clock;

    @Spec
    private CommandSpec command;

    /** @param database gives one to whatever works on it */
    RotaCommand(Function<ToIntFunction<Jdbi>, Integer> database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** With that of the line. */
    RotaCommand(InstantSource clock) {
        this.database = work -> KeptDatabase.show(command.commandLine().getErr(), kept -> work.applyAsInt(kept.jdbi()));
        this.clock = clock;
    }

    /** What was done: what with, in a word for the audit, and in a sentence for the terminal. */
    record Done(Subject subject, String word, String sentence) {}

    private static final class NobodySignsIn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NobodySignsIn(String login) {
            super("Nobody signs in as " + login + "; \"user list\" lists everybody.");
        }
    }

    @Override
    public Integer call() {
        return database.apply(jdbi -> {
            Optional<OpeningHours> hours = hours(new Settings(jdbi).all());
            if (hours.isEmpty()) {
                return fault("The opening hours are not known yet: serve the line once on this database.");
            }
            return tell(jdbi.inTransaction(handle -> RotaTexts.of(handle, clock.instant(), DAYS, hours.get())));
        });
    }

    /** Those that the line goes by. */
    private static Optional<OpeningHours> hours(List<Setting> settings) {
        Function<String, Optional<String>> text = name -> settings.stream()
                .filter(each -> each.file().equals(name))
                .map(Setting::text)
                .findFirst();
        return text.apply(OpeningHours.HOURS_FILE)
                .flatMap(week -> text.apply(OpeningHours.HOLIDAYS_FILE)
                        .flatMap(holidays -> OpeningHours.read(week, holidays, fault -> {})));
    }

    @Command(name = "end", description = "End a shift.", mixinStandardHelpOptions = true)
    int end(
            @Parameters(
                            paramLabel = "SHIFT",
                            description = "Its number, as \"rota\" shows it.",
                            converter = RotaWords.Number.class)
                    Long shift,
            @Option(
                            names = "--last",
                            required = true,
                            converter = RotaWords.Date.class,
                            description = "The last day, such as 2026-11-24.")
                    LocalDate last,
            @Option(names = "--by", required = true, description = BY) String by) {
        return change(by, (handle, request) -> {
            new Rotas().end(handle, new ShiftId(shift), last, request);
            return new Done(Subject.of("shift", shift), "shift-ended", "Shift " + shift + " ends on " + last + ".");
        });
    }

    @Command(name = "away", description = "Note whole days on which somebody is away.", mixinStandardHelpOptions = true)
    int away(
            @Parameters(paramLabel = "LOGIN", description = "What the person signs in with.") String login,
            @Parameters(paramLabel = "FROM", converter = RotaWords.Date.class, description = "The first day.")
                    LocalDate from,
            @Parameters(paramLabel = "TO", converter = RotaWords.Date.class, description = "The last day.")
                    LocalDate to,
            @Option(names = "--by", required = true, description = "What they or a manager sign in with.") String by) {
        return change(by, (handle, request) -> {
            AbsenceId id = new Rotas().away(handle, new Absence(person(handle, login), from, to), request);
            String sentence = "Away from " + from + " to " + to + " (away " + id.value() + ").";
            return new Done(Subject.of("absence", id.value()), "away", sentence);
        });
    }

    @Command(name = "back", description = "Note that somebody is back from today on.", mixinStandardHelpOptions = true)
    int back(
            @Parameters(
                            paramLabel = "AWAY",
                            description = "The number of the days away, as \"rota\" shows it.",
                            converter = RotaWords.Number.class)
                    Long away,
            @Option(names = "--by", required = true, description = "What they or a manager sign in with.") String by) {
        return change(by, (handle, request) -> {
            new Rotas().back(handle, new AbsenceId(away), request);
            return new Done(Subject.of("absence", away), "back", "Back from today on.");
        });
    }

    @Command(name = "keep", description = "Name who keeps the rota, and until when.", mixinStandardHelpOptions = true)
    int keep(
            @Parameters(paramLabel = "OWNER", description = "A person or a post, such as \"Service manager\".")
                    String owner,
            @Parameters(
                            paramLabel = "REVIEW",
                            converter = RotaWords.Date.class,
                            description = "By when they read it again, such as 2027-05-31.")
                    LocalDate review,
            @Option(names = "--by", required = true, description = BY) String by) {
        return change(by, (handle, request) -> {
            new Rotas().keep(handle, new RotaUpkeep(owner, review), request);
            return new Done(
                    Subject.of("rota", "upkeep"), "upkeep-changed", "The rota is to be read again by " + review + ".");
        });
    }

    /** Makes a change in the name of whoever signs in so, with its entry in the audit. @return the exit code */
    int change(String by, BiFunction<Handle, RotaRequest, Done> work) {
        Instant at = clock.instant();
        return database.apply(jdbi -> {
            try {
                return tell(jdbi.inTransaction(handle -> {
                    var request = new RotaRequest(person(handle, by), at);
                    Done done = work.apply(handle, request);
                    Audited.rota(handle, request, done.subject(), done.word());
                    return done.sentence() + "\n";
                }));
            } catch (DutyRefused | NobodySignsIn refused) {
                return fault(refused.getMessage());
            }
        });
    }

    static AdvocateId person(Handle handle, String login) {
        return new Advocates()
                .findBySignIn(handle, login)
                .map(Advocate::id)
                .orElseThrow(() -> new NobodySignsIn(login));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    private int tell(String text) {
        command.commandLine().getOut().print(text);
        command.commandLine().getOut().flush();
        return 0;
    }

    private int fault(String sentence) {
        command.commandLine().getErr().println(sentence);
        return 1;
    }
}
