package org.communitycontracts.reporting;

/** How what a source says differently now is told as further happenings of a story that only grows. */
final class ChangesSql {
    private ChangesSql() {}

    /**
     * A change whose moment the source does not tell happened when it was last touched there, or else now. A closing
     * moved back in time was written down only now.
     */
    private static final String CHANGE = """
            with change as (
                select c.*, a.category, a.promised_at, a.closed_at, a.latitude, a.longitude, a.on_map,
                       here.council, here.now, greatest(coalesce(a.told_at, here.now), a.made_at) changed,
                       a.closed_at is not null and a.closed_at is distinct from c.was_closed is_closed_anew,
                       a.closed_at < coalesce(c.was_closed, (
                           select max(known.at) from reporting.happening known
                           where known.council_id = here.council and known.report_id = c.report_id
                             and known.event = 'closed' and known.facts -> 'said' is null)) is_moved_back
                from arrival_change c join arrival a using (report_id),
                     (values (?::bigint, ?::timestamptz)) as here (council, now)),""";

    /**
     * A closing after another one means that the case was open again in between: from one second after the other. A
     * closing before a reopening that was told in the meantime takes that back: one second after it the case is closed
     * again, and the source's own date bears this out unless it was never told in good time.
     */
    private static final String CLOSINGS = """
             turn as (
                select known.report_id, known.event, known.at
                from change c join reporting.happening known
                  on known.council_id = c.council and known.report_id = c.report_id
                where c.is_closed_anew and known.event in ('closed', 'reopened')),
            between_closings as (
                select c.report_id, last.at + interval '1 second' as at
                from change c join lateral (
                    select event, at from turn where turn.report_id = c.report_id and turn.at < c.closed_at
                    order by at desc, event desc limit 1) last on last.event = 'closed'
                where c.is_closed_anew),
            reopening as (
                select report_id, at from turn where event = 'reopened'
                union select report_id, at from between_closings),
            closed_again as (
                select c.report_id, r.at + interval '1 second' as at,
                       jsonb_build_object('said', to_char(c.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                       || case when not coalesce(c.is_moved_back, false) or exists (
                              select from reporting.happening known
                              where known.council_id = c.council and known.report_id = c.report_id
                                and known.event = 'closed' and known.at = c.closed_at
                                and known.recorded <= known.at + interval '24 hours')
                          then '{"evidence": "dated by the source"}'::jsonb else '{}'::jsonb end facts
                from change c join reopening r using (report_id)
                where c.is_closed_anew and r.at >= c.closed_at and not exists (
                      select from turn
                      where turn.report_id = r.report_id and turn.event = 'closed'
                        and turn.at = r.at + interval '1 second')),""";

    private static final String FURTHER = """
             further as (
                select report_id, council, 1 kind, 0 seq, 'recategorised' event, changed at, changed recorded,
                       null::text by_party, jsonb_build_object('category', category) facts
                from change where category <> was_category
                union all
                select report_id, council, 2, 0, 'repromised', changed, changed, null,
                       case when promised_at is null then '{}'::jsonb else jsonb_build_object('promised',
                            to_char(promised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end
                from change where promised_at is distinct from was_promised
                union all
                select report_id, council, 3, 0, 'moved', changed, changed, null,
                       case when on_map then jsonb_build_object('lat', latitude::text, 'lon', longitude::text)
                            else '{}'::jsonb end
                from change where (latitude, longitude) is distinct from (was_latitude, was_longitude)
                union all
                select report_id, council, 4, 0, 'reopened', open_from.at, open_from.at, null, '{}'::jsonb
                from change c, lateral (
                    select greatest(c.changed, c.was_closed, max(known.at)) as at from reporting.happening known
                    where known.council_id = c.council and known.report_id = c.report_id
                      and known.event = 'closed') open_from
                where c.closed_at is null and c.was_closed is not null
                union all
                select report_id, council, 4, 1, 'reopened', b.at, greatest(b.at, c.now), null, '{}'::jsonb
                from change c join between_closings b using (report_id)
                union all
                select report_id, council, 5, h.seq, h.event, h.at,
                       case when c.is_moved_back then greatest(h.recorded, c.now) else h.recorded end,
                       h.by_party, h.facts
                from change c join arrival_happening h using (report_id)
                where h.seq > 1 and not exists (
                      select from reporting.happening known
                      where known.council_id = c.council and known.report_id = c.report_id
                        and known.event = h.event and known.at = h.at)
                union all
                select report_id, council, 6, row_number() over (partition by report_id order by a.at), 'closed',
                       a.at, greatest(a.at, c.now), null, a.facts
                from change c join closed_again a using (report_id))""";

    private static final String ADD = """

            insert into reporting.happening (council_id, report_id, seq, event, at, recorded, by_party, facts)
            select council, report_id,
                   (select max(seq) from reporting.happening known
                     where known.council_id = council and known.report_id = further.report_id)
                       + row_number() over (partition by report_id order by kind, seq),
                   event, at, recorded, by_party, facts
            from further""";

    static final String TELL_CHANGES = CHANGE + CLOSINGS + FURTHER + ADD;
}
