package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.sandbox.SandboxCall;

/** How often a turn goes to the database and back: each statement once, and the commit; BEGIN travels with the first. */
class TurnCostTest {
    private static final int COMMIT = 1;

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void anOrdinaryTurnIsThreeRoundTrips() {
        SandboxCall call = line.callFrom("+447700900123");

        assertThat(statementsOf(() -> call.presses("1")) + COMMIT).isEqualTo(3);
    }

    @Test
    void aCallBeginsInAtMostFive() {
        assertThat(statementsOf(() -> line.callFrom("+447700900123")) + COMMIT).isLessThanOrEqualTo(5);
    }

    @Test
    void theTurnThatBooksACallbackAndATextIsTheDearest() {
        SandboxCall call = line.callFrom("+447700900123");
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1"}) {
            call.presses(key);
        }

        assertThat(statementsOf(() -> call.presses("2")) + COMMIT).isLessThanOrEqualTo(10);
    }

    private int statementsOf(Runnable turn) {
        var count = new AtomicInteger();
        line.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                count.incrementAndGet();
            }
        });
        turn.run();
        return count.get();
    }
}
