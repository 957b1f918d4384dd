package uk.referralline.casework;

import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ForgetDao {

    /** In {@code ForgetDao/forget.sql}. No callback is open by then. */
    @SqlUpdate
    @UseClasspathSqlLocator
    void forget(CaseId id);
}
