package org.communitycontracts.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counts that pages show, made when a contract is judged, so that no page counts verdicts. */
@Repository
public class Tallies {
    /** Stands for the whole council where a neighbourhood is asked for. */
    public static final long WHOLE_COUNCIL = 0;

    private final JdbcClient sql;

    public Tallies(JdbcClient sql) {
        this.sql = sql;
    }

    /** Every month of every clause in this place, by clause and month; months without a case are left out. */
    public List<Tally> list(long council, String contract, long neighbourhood) {
        return sql.sql("""
                        select clause, month, met, breached, pending, void from standards.tally
                        where council_id = :council and contract = :contract and neighbourhood_id = :neighbourhood
                        order by clause, month""")
                .param("council", council)
                .param("contract", contract)
                .param("neighbourhood", neighbourhood)
                .query((row, number) -> new Tally(
                        row.getString("clause"),
                        row.getObject("month", LocalDate.class),
                        row.getInt("met"),
                        row.getInt("breached"),
                        row.getInt("pending"),
                        row.getInt("void")))
                .list();
    }

    /** Every month of every clause in each neighbourhood of a contract that covers the whole council. */
    public List<LocalTally> listLocal(long council, String contract) {
        return sql.sql("""
                        select neighbourhood_id, clause, month, met, breached, pending, void from standards.tally
                        where council_id = :council and contract = :contract and neighbourhood_id <> 0""")
                .param("council", council)
                .param("contract", contract)
                .query((row, number) -> new LocalTally(
                        row.getLong("neighbourhood_id"),
                        new Tally(
                                row.getString("clause"),
                                row.getObject("month", LocalDate.class),
                                row.getInt("met"),
                                row.getInt("breached"),
                                row.getInt("pending"),
                                row.getInt("void"))))
                .list();
    }

    /** The time usually taken, by clause; a clause with no ended case is left out. */
    public Map<String, UsualTime> usualTimes(long council, String contract, long neighbourhood) {
        return sql
                .sql("""
                        select clause, cases, median, ninth_decile from standards.usual_time
                        where council_id = :council and contract = :contract and neighbourhood_id = :neighbourhood""")
                .param("council", council)
                .param("contract", contract)
                .param("neighbourhood", neighbourhood)
                .query((row, number) -> new UsualTime(
                        row.getString("clause"),
                        row.getInt("cases"),
                        row.getLong("median"),
                        row.getLong("ninth_decile")))
                .list()
                .stream()
                .collect(Collectors.toMap(UsualTime::clause, time -> time));
    }

    /** How many reports from this month on no clause promises anything about. */
    public int unpromised(long council, String contract, long neighbourhood, LocalDate from) {
        return sql.sql("""
                        select coalesce(sum(reports), 0)::int from standards.unpromised
                        where council_id = :council and contract = :contract and neighbourhood_id = :neighbourhood
                          and month >= :from""")
                .param("council", council)
                .param("contract", contract)
                .param("neighbourhood", neighbourhood)
                .param("from", from)
                .query(Integer.class)
                .single();
    }

    /** The number of the contract's last judging, never given twice; 0 before the first time. */
    long judgementNumber(long council, String contract) {
        return sql.sql("""
                        select coalesce(max(judgement_id), 0) from standards.judgement
                        where council_id = :council and contract = :contract""")
                .param("council", council)
                .param("contract", contract)
                .query(Long.class)
                .single();
    }

    /** When this contract was last judged; empty before the first time. */
    public Optional<Judgement> judgement(long council, String contract) {
        return sql.sql("""
                        select as_of, known_as_of, verdicts from standards.judgement
                        where council_id = :council and contract = :contract""")
                .param("council", council)
                .param("contract", contract)
                .query((row, number) -> new Judgement(
                        row.getTimestamp("as_of").toInstant(),
                        row.getTimestamp("known_as_of").toInstant(),
                        row.getInt("verdicts")))
                .optional();
    }
}
