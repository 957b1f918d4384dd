package uk.referralline.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Advocate.class)
interface AdvocateDao {

    @SqlQuery("""
            INSERT INTO advocate (name, sign_in, role, mobile, added_at)
            VALUES (:name, :signIn, :role, :mobile, :at)
            ON CONFLICT (sign_in) DO NOTHING
            RETURNING id
            """)
    Optional<AdvocateId> add(@BindMethods NewAdvocate person, @Bind("at") Instant at);

    @SqlQuery("SELECT id, name, sign_in, role, mobile, active FROM advocate WHERE id = :id")
    Optional<Advocate> find(AdvocateId id);

    @SqlQuery("SELECT id, name, sign_in, role, mobile, active FROM advocate WHERE sign_in = :signIn")
    Optional<Advocate> findBySignIn(String signIn);

    @SqlQuery("SELECT id, name, sign_in, role, mobile, active FROM advocate ORDER BY name, id")
    List<Advocate> all();

    @SqlUpdate("UPDATE advocate SET name = :name, role = :role, mobile = :mobile, active = :active WHERE id = :id")
    void change(@BindMethods Advocate person);
}
