-- When events happened, as the questions tell that are left: one row an event. What was planned counts only where nothing
-- is said of what came of it. Columns: event; low and high (of any answer), latest and earliest (the last low and the
-- first high), verdict (the gravest) and question (the one that has it), gap (the widest, of one question), independent
-- (some question is contested between independent origins), derived (some answer is) and planned (all are), n_sources
-- (of the question that most of them answer).
with
dates as (
  select q.event, q.id, q.planned, v.low, v.high, v.common_low, v.common_high, v.gap, v.verdict, v.derived, v.n_sources,
    v.verdict in ({contested}) and {independent} as independent,
    list_position([{order}], v.verdict) as rank
  from {verdicts} v join questions q on v.question = q.question
  where q.kind = 'date' and v.question in (select question from {left})
  qualify not q.planned or bool_and(q.planned) over (partition by q.event))
select event, min(low) as low, max(high) as high, max(common_low) as latest, min(common_high) as earliest,
  min_by(verdict, rank) as verdict, min_by(id, (rank, low, id)) as question, coalesce(max(gap), 0) as gap,
  bool_or(independent) as independent, bool_or(derived) as derived, bool_and(planned) as planned,
  max(n_sources) as n_sources
from dates group by event
