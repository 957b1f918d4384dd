package uk.referralline.console.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.AdvocateId;

@RegisterConstructorMapper(Session.class)
interface SessionDao {

    @SqlUpdate("""
            INSERT INTO sign_in_session (id, advocate, stage, began_at, seen_at, browser, demo, wanted, notice)
            VALUES (:id, :advocate, :stage, :beganAt, :seenAt, :browser, :demo, :wanted, :notice)
            """)
    void insert(@BindMethods Session session);

    @SqlQuery("""
            SELECT id, advocate, stage, began_at, seen_at, browser, demo, wanted, notice
              FROM sign_in_session
             WHERE id = :id
               AND seen_at > :seenAfter
               AND began_at > :beganAfter
               AND (NOT demo OR :demos)
            """)
    Optional<Session> find(Hashed id, Instant seenAfter, Instant beganAfter, boolean demos);

    @SqlUpdate("UPDATE sign_in_session SET seen_at = :at WHERE id = :id AND seen_at < :at")
    void seen(Hashed id, Instant at);

    @SqlQuery("""
            SELECT id, advocate, stage, began_at, seen_at, browser, demo, wanted, notice
              FROM sign_in_session
             WHERE advocate = :advocate
               AND stage = 'in'
               AND seen_at > :seenAfter
               AND began_at > :beganAfter
             ORDER BY seen_at DESC, id
            """)
    List<Session> of(AdvocateId advocate, Instant seenAfter, Instant beganAfter);

    @SqlUpdate("UPDATE sign_in_session SET notice = :notice WHERE id = :id")
    void notice(Hashed id, Optional<String> notice);

    @SqlQuery("SELECT sought FROM sign_in_session WHERE id = :id AND sought IS NOT NULL")
    Optional<String> sought(Hashed id);

    @SqlUpdate("UPDATE sign_in_session SET sought = :what WHERE id = :id")
    void seek(Hashed id, String what);

    @SqlQuery("SELECT offered FROM sign_in_session WHERE id = :id AND offered IS NOT NULL")
    Optional<CodeSecret> offered(Hashed id);

    @SqlUpdate("UPDATE sign_in_session SET offered = :secret WHERE id = :id AND offered IS NULL")
    void offer(Hashed id, CodeSecret secret);

    @SqlUpdate("DELETE FROM sign_in_session WHERE id = :id")
    boolean end(Hashed id);

    @SqlUpdate("DELETE FROM sign_in_session WHERE advocate = :advocate")
    void endAll(AdvocateId advocate);

    @SqlUpdate("DELETE FROM sign_in_session WHERE advocate = :advocate AND id <> :kept")
    void endOthers(AdvocateId advocate, Hashed kept);

    @SqlUpdate("DELETE FROM sign_in_session WHERE seen_at <= :seenAfter OR began_at <= :beganAfter")
    void tidy(Instant seenAfter, Instant beganAfter);
}
