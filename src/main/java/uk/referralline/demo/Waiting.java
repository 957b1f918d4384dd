package uk.referralline.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.CommunicationNeed;
import uk.referralline.casework.Disposition;
import uk.referralline.casework.Eligibility;
import uk.referralline.casework.Urgency;

/** What still waits at the end of the week: overdue, due soon, in somebody's hands, or not yet looked at. */
final class Waiting {
    /** So that the numbers are others than those of the calls that were dealt with. */
    private static final int FIRST = 150;

    private final Week.Cast cast;
    private final Office office;
    private final Team team;
    private final Instant now;
    private int count = FIRST;

    Waiting(Week.Cast cast, Instant now) {
        this.cast = cast;
        this.office = cast.office();
        this.team = cast.team();
        this.now = now;
    }

    void plan() {
        plannedCalls();
        inSomebodysHands();
        warnings();
        ends();
        together();
        untouched();
        cast.agenda().at(minutesAgo(60 * 20), () -> office.arranges(team::swaps));
        cast.agenda().at(minutesAgo(45), () -> office.arranges(team::handOver));
    }

    /** Calls that were tried once and are to be tried again: three times in the past by now, three times very soon. */
    private void plannedCalls() {
        int[] minutes = {-95, -40, -12, 14, 31, 52};
        for (int n = 0; n < minutes.length; n++) {
            Instant again = minutesAgo(-minutes[n]);
            Calling calling = n % 2 == 0 ? Calling.OWN_MOBILE : Calling.IN_HOSPITAL;
            int tried = 60 * (26 - n);
            calls(
                    60 * (50 - n),
                    calling,
                    id -> cast.agenda().at(minutesAgo(tried), () -> {
                        office.listens(id, team.ben());
                        office.tries(id, team.ben(), Disposition.NO_ANSWER, again);
                    }));
        }
    }

    private void inSomebodysHands() {
        calls(60 * 6, Calling.OWN_MOBILE, id -> cast.agenda().at(minutesAgo(6), () -> office.claims(id, team.asha())));
        calls(
                60 * 9,
                Calling.WARD_PHONE,
                id -> cast.agenda().at(minutesAgo(11), () -> office.claims(id, team.carys())));
        calls(
                60 * 28,
                Calling.IN_HOSPITAL,
                id -> cast.agenda().at(minutesAgo(60 * 5), () -> {
                    office.notes(id, team.manager(), "Asked for the same advocate as last year. (sample)");
                    office.owns(id, team.manager(), team.you(), "You know the ward");
                }));
    }

    private void warnings() {
        calls(
                60 * 40,
                Calling.OWN_MOBILE,
                id -> cast.agenda().at(minutesAgo(60 * 38), () -> {
                    office.warns(
                            id, team.carys(), "Their partner reads the phone: no contact until we have a safe time");
                    office.judges(id, team.carys(), Urgency.U2, "May be at risk at home");
                }));
        calls(
                60 * 34,
                Calling.OWN_MOBILE_NO_MESSAGES,
                id -> cast.agenda()
                        .at(
                                minutesAgo(60 * 29),
                                () -> office.tries(
                                        id,
                                        team.ben(),
                                        Disposition.WRONG_NUMBER,
                                        "Nobody there knows the person. (sample)")));
        calls(60 * 71, Calling.OWN_MOBILE_NO_MESSAGES, id -> {
            for (int hours : new int[] {66, 47, 23}) {
                cast.agenda()
                        .at(
                                minutesAgo(60 * hours),
                                () -> office.tries(id, team.asha(), Disposition.NO_ANSWER, "It rang out. (sample)"));
            }
        });
    }

    /** How calls can end, besides those above. */
    private void ends() {
        calls(
                60 * 31,
                Calling.OWN_MOBILE,
                id -> tried(60 * 25, id, Disposition.MESSAGE_LEFT, "Our first name and this line's number. (sample)"));
        calls(
                60 * 33,
                Calling.OWN_MOBILE,
                id -> tried(60 * 27, id, Disposition.ASKED_NOT_TO_CALL, "They will call us. (sample)"));
        calls(
                60 * 34,
                Calling.IN_HOSPITAL,
                id -> tried(60 * 26, id, Disposition.HANDED_OVER, "The advocate of that ward sees them. (sample)"));
    }

    private void tried(int minutes, CaseId id, Disposition disposition, String note) {
        cast.agenda().at(minutesAgo(minutes), () -> office.tries(id, team.ben(), disposition, note));
    }

    private void together() {
        String sister = Calling.OWN_MOBILE.from(count++);
        calls(60 * 30, Calling.OWN_MOBILE, sister, earlier -> {
            tried(60 * 28, earlier, Disposition.SPOKE, "They will see an advocate on the ward. (sample)");
            calls(
                    60 * 7,
                    Calling.OWN_MOBILE,
                    sister,
                    later -> cast.agenda()
                            .at(
                                    minutesAgo(60 * 5),
                                    () -> office.links(
                                            later, earlier, team.asha(), "The same person, with something new")));
        });
        String twice = Calling.IN_HOSPITAL.from(count++);
        calls(
                60 * 10,
                Calling.IN_HOSPITAL,
                twice,
                one -> calls(
                        60 * 8,
                        Calling.OWN_MOBILE,
                        twice,
                        other -> cast.agenda()
                                .at(
                                        minutesAgo(60 * 4),
                                        () -> office.merges(other, one, team.ben(), "The same request twice"))));
    }

    private void untouched() {
        calls(60 * 4, Calling.WARD_STAFF, id -> {});
        calls(60 * 3, Calling.URGENT_STAFF, id -> {});
        calls(
                60 * 27,
                Calling.FAMILY,
                id -> cast.agenda()
                        .at(
                                minutesAgo(60 * 22),
                                () -> office.judges(
                                        id,
                                        team.carys(),
                                        Eligibility.NOT_YET,
                                        "The section is not known; ask again tomorrow")));
        calls(60 * 21, Calling.TEXTS_ONLY, id -> {});
        calls(60 * 12, Calling.IN_POLISH, id -> {});
        calls(
                60 * 45,
                Calling.OTHER_LANGUAGE,
                id -> cast.agenda()
                        .at(
                                minutesAgo(60 * 24),
                                () -> office.needs(
                                        id,
                                        team.asha(),
                                        CommunicationNeed.EASY_READ,
                                        "Short letters in large print (sample)")));
        calls(60 * 5, Calling.WARD_WITHOUT_NUMBER, id -> {});
        calls(120, Calling.URGENT_IN_HOSPITAL, id -> {});
        calls(35, Calling.OWN_MOBILE, id -> {});
        calls(15, Calling.MESSAGE_ONLY, id -> {});
    }

    private void calls(int minutesAgo, Calling calling, Consumer<CaseId> then) {
        calls(minutesAgo, calling, calling.from(count++), then);
    }

    private void calls(int minutesAgo, Calling calling, String from, Consumer<CaseId> then) {
        cast.agenda().at(minutesAgo(minutesAgo), () -> then.accept(cast.caller().calls(from, calling.keys())));
    }

    private Instant minutesAgo(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }
}
