package uk.referralline.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How many cases to make.
 *
 * <p>They are the same at every run: believable in what hangs on them, and about nobody.
 *
 * @param open at least 100
 * @param closed at least twice as many, and 20,000
 */
public record Made(int open, int closed) {
    private static final String SCRIPT = "/figures/made.sql";

    public Made {
        if (open < 100 || closed < 20_000 || closed < 2 * open) {
            throw new IllegalArgumentException("too few cases to be believable");
        }
    }

    /** Makes them in an empty, migrated database, on a connection of its own: it takes longer than the line would wait. */
    public void in(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(script());
            statement.execute("VACUUM ANALYZE");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String script() {
        try (InputStream script = Made.class.getResourceAsStream(SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${open}", Integer.toString(open))
                    .replace("${closed}", Integer.toString(closed));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
