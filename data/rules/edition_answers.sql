-- What both of two chosen editions answer: one row a question and pair of editions, with the hull of what each says.
with
said as (
  select a.question, a.source, min(a.low) as low, max(a.high) as high,
    list_sort(list(distinct (a.value, a.denies))) as labels, string_agg(distinct a.value, ' | ' order by a.value) as said
  from answers a
  where {chosen} and (a.source in (select older from editions) or a.source in (select newer from editions))
  group by a.question, a.source)
select e.older, e.newer, o.question, o.low as older_low, o.high as older_high, n.low as newer_low, n.high as newer_high,
  o.said as older_value, n.said as newer_value,
  case when q.kind = 'name' then o.labels <> n.labels else o.low <> n.low or o.high <> n.high end as differ,
  case when q.kind <> 'name' then greatest(0, greatest(o.low, n.low) - least(o.high, n.high)) end as gap
from editions e
join said o on e.older = o.source
join said n on e.newer = n.source and o.question = n.question
join questions q on o.question = q.question
