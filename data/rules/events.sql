-- One row for each event of which the chosen sources speak: event, low and high (the first and last day that any of its
-- dates holds), n_claims, n_questions, n_contested, n_independent (of these, between independent origins).
with
dated as (
  select q.event, min(a.low) as low, max(a.high) as high from answers a join questions q on a.question = q.question
  where q.kind = 'date' and {chosen} group by q.event)
select q.event, any_value(d.low) as low, any_value(d.high) as high,
  cast(sum(v.n_claims + v.superseded) as bigint) as n_claims, count(*) as n_questions,
  count(*) filter (v.verdict in ({contested})) as n_contested,
  count(*) filter (v.verdict in ({contested}) and {independent}) as n_independent
from {verdicts} v join questions q on v.question = q.question left join dated d on q.event = d.event
group by q.event
