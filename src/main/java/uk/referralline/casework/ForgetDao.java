package uk.referralline.casework;

import java.util.List;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ForgetDao {

    /** The case and those that were merged into it. */
    @SqlQuery("SELECT case_family(:id)")
    List<CaseId> family(CaseId id);

    /** In {@code ForgetDao/forget.sql}. No callback is open by then. */
    @SqlUpdate
    @UseClasspathSqlLocator
    void forget(CaseId id);
}
