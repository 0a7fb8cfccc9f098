-- The chosen claims, each told apart by whether it counts: an edition falls silent where a later one answers the same
-- question. Reads `chosen` (question, source and what else there is) and `editions` (older, newer: each pair of sources
-- of which the second replaces the first, by whatever chain); adds `superseded`.
select c.*, o.question is not null as superseded
from chosen c
left join (
  select distinct older.question, older.source
  from chosen older
  join editions e on older.source = e.older
  join chosen newer on newer.question = older.question and newer.source = e.newer) o
on c.question = o.question and c.source = o.source
