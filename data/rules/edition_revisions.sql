-- What later editions revised: one row a pair of chosen editions that answer one question at least, of `revised`.
select o.id as older, n.id as newer, count(*) as questions, count(*) filter (r.differ) as differ,
  max(r.gap) filter (r.differ) as gap,
  min(coalesce(q.period_low, case when q.kind = 'date' then least(r.older_low, r.newer_low) end))
    filter (r.differ) as first,
  max(coalesce(q.period_high, case when q.kind = 'date' then greatest(r.older_high, r.newer_high) end))
    filter (r.differ) as last
from ({revised}) r join questions q on r.question = q.question
join sources o on r.older = o.number join sources n on r.newer = n.number
group by o.id, n.id order by o.id, n.id
