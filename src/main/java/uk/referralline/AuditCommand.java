package uk.referralline;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import uk.referralline.audit.Anchor;
import uk.referralline.audit.Chain;
import uk.referralline.audit.Verdict;
import uk.referralline.store.Database;

/** Who did what, as it was written down. */
@Command(name = "audit", description = "Check what was written down of who did what.", mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the audit: audit verify.");
    }

    @Command(
            name = "verify",
            description =
                    "Tell whether every entry of the audit is there and as it was written; the exit code is 1 when not.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(
                            names = "--expect",
                            paramLabel = "SEQ:HASH",
                            converter = AnchorWords.class,
                            description =
                                    "What an earlier check or the log told of the newest entry: it must still be there.")
                    Anchor expected) {
        return KeptDatabase.show(
                spec.commandLine().getErr(),
                database -> verify(
                        database,
                        Optional.ofNullable(expected),
                        spec.commandLine().getOut()));
    }

    static int verify(Database database, Optional<Anchor> expected, PrintWriter out) {
        Verdict verdict = new Chain(database.jdbi()).verify(expected);
        out.println(verdict.tell(AuditCommand::sentence, Verdict.Broken::sentence));
        return verdict.tell(whole -> 0, broken -> 1);
    }

    private static String sentence(Verdict.Whole whole) {
        return whole.newest().map(AuditCommand::sentence).orElse("The audit is whole: it has no entries yet.");
    }

    private static String sentence(Verdict.Newest newest) {
        long entries = newest.anchor().seq();
        return String.format(
                Locale.UK,
                "The audit is whole: %,d %s, the newest of %s, %s",
                entries,
                entries == 1 ? "entry" : "entries",
                TIME.format(newest.at()),
                newest.anchor());
    }

    /** Reads what {@code verify} printed. */
    static final class AnchorWords implements ITypeConverter<Anchor> {
        @Override
        public Anchor convert(String text) {
            try {
                return Anchor.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }
}
