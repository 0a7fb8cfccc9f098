-- When events happened, as each source tells it that speaks of them: one row an event and source, with the columns of
-- event_dates.sql and `source`. The verdict is that of the event's questions that the source answers, the gap how far
-- its own answers to one of them are apart.
with
dates as (
  select q.event, s.id as source, q.id, q.planned, a.low, a.high, a.is_derived, v.verdict,
    v.verdict in ({contested}) and {independent} as independent,
    list_position([{order}], v.verdict) as rank
  from (select * from answers where {chosen}) a
  join questions q on a.question = q.question
  join {verdicts} v on a.question = v.question
  join sources s on a.source = s.number
  where q.kind = 'date' and a.question in (select question from {left})
  qualify not q.planned or bool_and(q.planned) over (partition by q.event)),
answered as (
  select event, source, id, min(low) as low, max(high) as high, max(low) as latest, min(high) as earliest,
    any_value(verdict) as verdict, any_value(rank) as rank, any_value(independent) as independent,
    bool_or(is_derived) as derived, any_value(planned) as planned
  from dates group by event, source, id)
select event, source, min(low) as low, max(high) as high, max(latest) as latest, min(earliest) as earliest,
  min_by(verdict, rank) as verdict, min_by(id, (rank, low, id)) as question,
  max(greatest(0, latest - earliest)) as gap, bool_or(independent) as independent, bool_or(derived) as derived,
  bool_and(planned) as planned, 1 as n_sources
from answered group by event, source
