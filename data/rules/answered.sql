-- Which source answers which question, of the answers that meet a condition, {asked}; an edition is silent where a later
-- one answers the same question, as in editions.sql. Reads `answers` and `editions`; columns: question, source.
with
said as (select distinct question, source from answers where {asked}),
replaced as (
  select distinct older.question, older.source
  from said older
  join editions e on older.source = e.older
  join said newer on newer.question = older.question and newer.source = e.newer)
select s.question, s.source
from said s left join replaced r on s.question = r.question and s.source = r.source
where r.source is null
