package uk.referralline.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Shift.class)
@RegisterConstructorMapper(Swap.class)
@RegisterConstructorMapper(NotedAbsence.class)
@RegisterConstructorMapper(RotaUpkeep.class)
interface RotaDao {

    @SqlQuery("""
            INSERT INTO duty_shift (advocate_id, day, starts, ends, call_order, since, until, added_at)
            VALUES (:advocate, :day, :starts, :ends, :order, :since, :until, :at)
            RETURNING id
            """)
    ShiftId add(@BindMethods WeeklyShift shift, @Bind("at") Instant at);

    @SqlQuery("""
            SELECT id, advocate_id AS advocate, day, starts, ends, call_order AS "order", since, until
              FROM duty_shift
             ORDER BY id
            """)
    List<Shift> shifts();

    @SqlQuery("""
            SELECT id, advocate_id AS advocate, day, starts, ends, call_order AS "order", since, until
              FROM duty_shift
             WHERE id = :id
            """)
    Optional<Shift> shift(ShiftId id);

    @SqlUpdate("UPDATE duty_shift SET until = :last WHERE id = :id")
    void end(ShiftId id, LocalDate last);

    /** Empty when somebody is to take that shift on that day already. */
    @SqlQuery("""
            INSERT INTO duty_swap (shift_id, day, taken_by, asked_by, asked_at)
            VALUES (:shift, :day, :takenBy, :askedBy, :at)
            ON CONFLICT (shift_id, day) WHERE withdrawn_at IS NULL DO NOTHING
            RETURNING id
            """)
    Optional<SwapId> ask(@BindMethods NewSwap wish, @Bind("at") Instant at);

    @SqlQuery("""
            SELECT id, shift_id AS shift, day, taken_by, asked_by, agreed_by
              FROM duty_swap
             WHERE withdrawn_at IS NULL
             ORDER BY day, id
            """)
    List<Swap> swaps();

    @SqlUpdate("""
            UPDATE duty_swap
               SET agreed_by = :by, agreed_at = :at
             WHERE id = :id
               AND agreed_at IS NULL
               AND withdrawn_at IS NULL
            """)
    boolean agree(SwapId id, AdvocateId by, Instant at);

    @SqlUpdate("UPDATE duty_swap SET withdrawn_at = :at WHERE id = :id AND withdrawn_at IS NULL")
    void withdraw(SwapId id, Instant at);

    @SqlQuery("""
            INSERT INTO duty_absence (advocate_id, first_day, last_day, noted_at)
            VALUES (:advocate, :firstDay, :lastDay, :at)
            RETURNING id
            """)
    AbsenceId away(@BindMethods Absence absence, @Bind("at") Instant at);

    @SqlQuery("SELECT id, advocate_id AS advocate, first_day, last_day FROM duty_absence ORDER BY first_day, id")
    List<NotedAbsence> absences();

    /** Back from this day on. Days that were stay as they were. */
    @SqlUpdate("""
            UPDATE duty_absence
               SET last_day = LEAST(last_day, GREATEST(CAST(:day AS date), first_day) - 1)
             WHERE id = :id
            """)
    void back(AbsenceId id, LocalDate day);

    @SqlQuery("SELECT owner, review FROM rota_upkeep ORDER BY id DESC LIMIT 1")
    Optional<RotaUpkeep> upkeep();

    @SqlUpdate("INSERT INTO rota_upkeep (owner, review, said_at) VALUES (:owner, :review, :at)")
    void keep(@BindMethods RotaUpkeep upkeep, @Bind("at") Instant at);

    /** Whoever changes the rota waits for whoever is at it, so that two changes that do not go together see each other. */
    @SqlUpdate("LOCK TABLE duty_shift IN SHARE ROW EXCLUSIVE MODE")
    void lock();
}
