package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.casework.Queue;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.Rotas;
import uk.referralline.report.Today;

/** A screen on the office's wall: how much waits, who is on duty, how the day goes; nothing about anybody who called. */
public final class Wallboard {
    private final Jdbi jdbi;
    private final Queue queue = new Queue();
    private final Rotas rotas = new Rotas();
    private final Advocates advocates = new Advocates();
    private final Today today = new Today();

    /** What it shows at one moment. @param onDuty first names, in order of call */
    public record Board(Queue.Counts counts, List<String> onDuty, Today.Figures figures, Instant at) {
        public Board {
            onDuty = List.copyOf(onDuty);
        }

        /** What a screen reader says when the number of overdue cases changes. */
        public String said() {
            return switch (counts.overdue()) {
                case 0 -> "No case is overdue.";
                case 1 -> "1 case is overdue.";
                default -> counts.overdue() + " cases are overdue.";
            };
        }
    }

    public Wallboard(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** GET /wallboard, and GET /wallboard/again for browsers without scripts, which keeps only analysts signed in. */
    void show(Visit visit) {
        visit.show(TEMPLATES.wallboard(visit.page("Wallboard"), read(visit.now())));
    }

    /** GET /wallboard/board: the part that changes, and what is said of it if that is new to the page that asks. */
    void board(Visit visit) {
        Board board = read(visit.now());
        boolean isNews =
                !visit.query("overdue").equals(String.valueOf(board.counts().overdue()));
        visit.show(TEMPLATES.wallboardPart(board, isNews));
    }

    private Board read(Instant at) {
        return jdbi.withHandle(
                handle -> new Board(queue.count(handle, at), onDuty(handle, at), today.until(handle, at), at));
    }

    private List<String> onDuty(Handle handle, Instant at) {
        return rotas.read(handle, at).onDuty(at).stream()
                .flatMap(duty -> advocates.find(handle, duty.advocate()).stream())
                .map(Advocate::name)
                .map(name -> name.strip().split("\\s+")[0])
                .toList();
    }
}
