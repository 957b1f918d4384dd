package uk.referralline;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.store.Database;
import uk.referralline.store.EmbeddedDatabase;

/** The database of the line that runs, or ran, here: for commands that show what is in it. */
final class KeptData {

    private KeptData() {}

    /** The exit code of {@code show}, or 1 with a sentence on {@code err} when no line has run here. */
    static int show(PrintWriter err, ToIntFunction<Jdbi> show) {
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

    private static int show(String url, ToIntFunction<Jdbi> show) {
        try (Database database = Database.open(url)) {
            return show.applyAsInt(database.jdbi());
        }
    }
}
