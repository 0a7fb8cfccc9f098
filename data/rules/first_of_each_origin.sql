-- The claims that count, each with the source that was published first of those that answer its question with its root,
-- the undated last, then by id. Reads `claims` (editions.sql).
select c.* exclude (superseded), first_value(c.source) over (
  partition by c.question, c.root order by s.published nulls last, s.id) as first
from claims c join sources s on c.source = s.number
where not c.superseded
