package uk.referralline.console.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.AdvocateId;

@RegisterConstructorMapper(Account.class)
@RegisterConstructorMapper(AccountState.class)
interface AccountDao {

    @SqlQuery("""
            SELECT advocate, password, first_until, code_secret, code_step
              FROM sign_in_account
             WHERE advocate = :advocate
            """)
    Optional<Account> find(AdvocateId advocate);

    @SqlQuery("""
            SELECT account.advocate,
                   account.first_until,
                   account.code_secret IS NOT NULL AS enrolled,
                   (SELECT count(*)
                      FROM recovery_code code
                     WHERE code.advocate = account.advocate
                       AND code.used_at IS NULL) AS recovery_codes
              FROM sign_in_account account
            """)
    List<AccountState> states();

    /** A password that the person has chosen. */
    @SqlUpdate("UPDATE sign_in_account SET password = :password, first_until = NULL WHERE advocate = :advocate")
    void password(AdvocateId advocate, String password);

    /** A fresh start: another first password, and no second factor. */
    @SqlUpdate("""
            INSERT INTO sign_in_account (advocate, password, first_until)
            VALUES (:advocate, :password, :firstUntil)
            ON CONFLICT (advocate) DO UPDATE
               SET password = :password,
                   first_until = :firstUntil,
                   code_secret = NULL,
                   code_step = 0
            """)
    void reset(AdvocateId advocate, String password, Instant firstUntil);

    @SqlUpdate("UPDATE sign_in_account SET code_secret = :secret, code_step = :step WHERE advocate = :advocate")
    void secret(AdvocateId advocate, CodeSecret secret, long step);

    /** False when this code, or a later one, has been used already. */
    @SqlUpdate("UPDATE sign_in_account SET code_step = :step WHERE advocate = :advocate AND code_step < :step")
    boolean useStep(AdvocateId advocate, long step);

    @SqlUpdate("DELETE FROM recovery_code WHERE advocate = :advocate")
    void forgetRecoveryCodes(AdvocateId advocate);

    @SqlBatch("INSERT INTO recovery_code (hash, advocate) VALUES (:hash, :advocate)")
    void addRecoveryCodes(AdvocateId advocate, List<Hashed> hash);

    /** False when there is no such code, or it has been used. */
    @SqlUpdate("""
            UPDATE recovery_code
               SET used_at = :now
             WHERE hash = :hash
               AND advocate = :advocate
               AND used_at IS NULL
            """)
    boolean useRecoveryCode(AdvocateId advocate, Hashed hash, Instant now);

    @SqlUpdate("""
            INSERT INTO known_device (device, advocate, seen_at)
            VALUES (:device, :advocate, :now)
            ON CONFLICT (device, advocate) DO UPDATE SET seen_at = :now
            """)
    void knowDevice(Hashed device, AdvocateId advocate, Instant now);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1
                             FROM known_device
                            WHERE device = :device
                              AND advocate = :advocate
                              AND seen_at > :seenAfter)
            """)
    boolean knowsDevice(Hashed device, AdvocateId advocate, Instant seenAfter);

    @SqlUpdate("DELETE FROM known_device WHERE advocate = :advocate")
    void forgetDevices(AdvocateId advocate);

    @SqlUpdate("DELETE FROM known_device WHERE seen_at <= :seenAfter")
    void tidyDevices(Instant seenAfter);
}
