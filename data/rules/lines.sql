-- The lines on which the answers that count stand: the question's own, which is line -1, and one more for each label
-- that someone denies, on which those who assert it stand above those who deny it. So a denial clashes as two intervals
-- do. Reads `claims` (editions.sql).
select question, cast(-1 as double) as line, source, root, voice, own, low, high
from claims where not denies and not superseded
union all
select c.question, c.low, c.source, c.root, c.voice, c.own,
  case when c.denies then 0 else 1 end, case when c.denies then 0 else 1 end
from claims c
join (select distinct question, low from claims where denies and not superseded) d
  on c.question = d.question and c.low = d.low
where not c.superseded
