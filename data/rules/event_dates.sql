-- When events happened, as the answers to the questions that are left tell it: one row for each {by}. What was planned
-- counts only where nothing is said of what came of it. Columns: low and high (of any answer), latest and earliest (the
-- last low and the first high), verdict (the gravest) and question (the one that has it), gap (the widest), derived and
-- planned (whether all answers are), n_sources.
with
dates as (
  select q.event, s.id as source, q.id, a.number, a.low, a.high, q.planned, a.is_derived, v.gap, v.verdict,
    list_position([{order}], v.verdict) as rank
  from (select * from answers where {chosen}) a
  join questions q on a.question = q.question
  join {verdicts} v on a.question = v.question
  join sources s on a.source = s.number
  where q.kind = 'date' and a.question in (select question from {left})
  qualify not q.planned or bool_and(q.planned) over (partition by q.event))
select {by}, min(low) as low, max(high) as high, max(low) as latest, min(high) as earliest,
  min_by(verdict, rank) as verdict, min_by(id, (rank, low, number)) as question, max(gap) as gap,
  bool_and(is_derived) as derived, bool_and(planned) as planned, count(distinct source) as n_sources
from dates group by {by}
