package org.communitycontracts.reporting;

import java.util.List;
import java.util.stream.Stream;
import org.communitycontracts.engine.judging.Happening;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which reports were ever joined as one fault (S10). That one is joined with another, and when it is parted again, is a happening of its
 * story; here stands only which stories must be read together.
 */
@Repository
public class Joints {
    /** The event that joins a report with another. */
    public static final String MERGED = "merged";

    /** The fact of that event which names the other by its reference. */
    public static final String INTO = "into";

    /** The event that parts it again. */
    public static final String UNMERGED = "unmerged";

    private final JdbcClient sql;

    public Joints(JdbcClient sql) {
        this.sql = sql;
    }

    /** Lets the stories of both, and of all that were joined with either, be read together from now on. */
    public void join(Report one, Report other) {
        sql.sql("""
                        with together as (
                            select report_id from reporting.joint
                            where council_id = :council and joint in (
                                select joint from reporting.joint
                                where council_id = :council and report_id in (:one, :other))
                            union values (:one), (:other))
                        insert into reporting.joint (council_id, report_id, joint)
                        select :council, report_id, (select min(report_id) from together) from together order by report_id
                        on conflict (council_id, report_id) do update set joint = excluded.joint""")
                .param("council", one.council())
                .param("one", one.id())
                .param("other", other.id())
                .update();
    }

    /** The reference of the report with which this story is joined now; none while it stands alone. */
    public static Stream<String> into(List<Happening> story) {
        String into = null;
        for (Happening happening : story) {
            if (happening.event().equals(MERGED)) {
                into = happening.facts().get(INTO);
            } else if (happening.event().equals(UNMERGED)) {
                into = null;
            }
        }
        return Stream.ofNullable(into);
    }
}
