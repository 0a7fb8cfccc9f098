-- What later editions revised: one row a pair of chosen editions that answer one question at least.
with
said as (
  select a.question, a.source, q.kind, q.period_low, q.period_high, min(a.low) as low, max(a.high) as high,
    list_sort(list(distinct (a.value, a.denies))) as labels
  from answers a join questions q on a.question = q.question where {chosen}
  group by a.question, a.source, q.kind, q.period_low, q.period_high),
both_say as (
  select e.older, e.newer, o.kind, o.period_low, o.period_high,
    least(o.low, n.low) as low, greatest(o.high, n.high) as high,
    case when o.kind = 'name' then o.labels <> n.labels else o.low <> n.low or o.high <> n.high end as differ,
    case when o.kind <> 'name' then greatest(0, greatest(o.low, n.low) - least(o.high, n.high)) end as gap
  from editions e
  join said o on e.older = o.source
  join said n on e.newer = n.source and o.question = n.question)
select o.id as older, n.id as newer, count(*) as questions, count(*) filter (b.differ) as differ,
  max(b.gap) filter (b.differ) as gap,
  min(coalesce(b.period_low, case when b.kind = 'date' then b.low end)) filter (b.differ) as first,
  max(coalesce(b.period_high, case when b.kind = 'date' then b.high end)) filter (b.differ) as last
from both_say b join sources o on b.older = o.number join sources n on b.newer = n.number
group by o.id, n.id order by o.id, n.id
