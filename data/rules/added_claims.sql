-- How each claim that was added to a set stands to what its other sources answer: one row for each such answer, or one
-- alone where nobody else answers.
--
-- Run in the schema of an amended set (amended_claims.sql): {base} is the schema of the set before, {claim} the cell of texts
-- that holds a claim's id. Reads `superseded`, the ids of claims with which none is compared. A denial excludes
-- the assertion of the same label, and says nothing about others.
with
others as (
  select a.*, t.{claim} as claim
  from {base}.answers a join {base}.texts t using (number) where t.{claim} not in (select claim from superseded))
select t.{claim} as claim, q.id as question, n.value,
  case
    when o.number is null then case
      when q.event in (select event from {base}.questions) then 'new question' else 'new event' end
    when n.denies <> o.denies then case when n.low = o.low then 'contradicts' else 'overlaps' end
    when n.low = o.low and n.high = o.high then 'confirms'
    when n.denies then 'overlaps'
    when n.low > o.high or o.low > n.high then 'contradicts'
    when n.low >= o.low and n.high <= o.high then 'refines'
    when n.low <= o.low and n.high >= o.high then 'coarser'
    else 'overlaps' end as relation,
  coalesce(s.id, '') as against_source, coalesce(o.claim, '') as against_claim, coalesce(o.value, '') as against_value
from added n
join texts t on n.number = t.number
join questions q on n.question = q.question
left join others o on n.question = o.question and n.source <> o.source
left join sources s on o.source = s.number
order by n.number, o.number
