-- The time of each question in days, null where none is known: that of its answers where they are dates, else its
-- period, else that of its event's dates; of the answers that meet a condition, {chosen}. Columns: question, low, high.
with
dated as (
  select q.question, q.event, a.low, a.high from answers a join questions q on a.question = q.question
  where q.kind = 'date' and {chosen}),
own as (select question, min(low) as low, max(high) as high from dated group by question),
of_event as (select event, min(low) as low, max(high) as high from dated group by event)
select q.question, coalesce(o.low, q.period_low, e.low) as low, coalesce(o.high, q.period_high, e.high) as high
from questions q left join own o on q.question = o.question left join of_event e on q.event = e.event
