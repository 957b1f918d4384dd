package uk.referralline.timeline;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import uk.referralline.casework.CaseId;

@RegisterConstructorMapper(Entry.class)
interface TimelineDao {

    /** In {@code TimelineDao/of.sql}. */
    @SqlQuery
    @UseClasspathSqlLocator
    List<Entry> of(CaseId id, int most);
}
