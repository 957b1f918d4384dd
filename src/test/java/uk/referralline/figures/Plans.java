package uk.referralline.figures;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** How PostgreSQL really carries out what is asked of it, in its own words: every statement, and those within functions. */
final class Plans {
    private final Jdbi jdbi;

    Plans(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The plan of each statement of the task, which is carried out in a transaction of its own. */
    List<String> of(Consumer<Handle> task) {
        List<String> plans = new ArrayList<>();
        jdbi.useTransaction(handle -> {
            // The line's own role may not load anything.
            handle.execute("SET LOCAL ROLE NONE");
            handle.execute("LOAD 'auto_explain'");
            handle.execute("SET LOCAL auto_explain.log_min_duration = 0");
            handle.execute("SET LOCAL auto_explain.log_analyze = on");
            handle.execute("SET LOCAL auto_explain.log_buffers = on");
            handle.execute("SET LOCAL auto_explain.log_nested_statements = on");
            handle.execute("SET LOCAL client_min_messages = log");
            handle.setSqlLogger(new SqlLogger() {
                @Override
                public void logAfterExecution(StatementContext context) {
                    plans.addAll(said(context));
                }
            });
            task.accept(handle);
            // What else waits for the commit; and then one more, as the server tells of a statement when the next one
            // begins.
            handle.execute("SET CONSTRAINTS ALL IMMEDIATE");
            handle.execute("SELECT 1");
        });
        return plans;
    }

    private static List<String> said(StatementContext context) {
        List<String> plans = new ArrayList<>();
        try {
            for (SQLWarning said = context.getStatement().getWarnings(); said != null; said = said.getNextWarning()) {
                plans.add(said.getMessage());
            }
        } catch (SQLException closed) {
            throw new IllegalStateException(closed);
        }
        return plans;
    }
}
