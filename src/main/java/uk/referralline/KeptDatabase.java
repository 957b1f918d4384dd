package uk.referralline;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import uk.referralline.store.Database;
import uk.referralline.store.EmbeddedDatabase;

/** The database that the line has worked with, for a command that looks at what is kept there. */
final class KeptDatabase {
    private KeptDatabase() {}

    /**
     * Opens it, and closes it afterwards: that of {@code DATABASE_URL}, or the embedded one.
     *
     * @return what {@code show} returns: the command's exit code; 1 if there is no database
     */
    static int show(PrintWriter err, ToIntFunction<Database> show) {
        Optional<String> url = Config.of(System.getenv()).databaseUrl();
        if (url.isPresent()) {
            return show(url.get(), show);
        }
        Path data = ServeCommand.DATA;
        if (Files.notExists(data)) {
            err.println("DATABASE_URL is not set, and no line has run here: there is no " + data + " folder.");
            return 1;
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.in(data)) {
            return show(database.url(), show);
        }
    }

    private static int show(String url, ToIntFunction<Database> show) {
        try (Database database = ValueTypes.open(url)) {
            return show.applyAsInt(database);
        }
    }
}
