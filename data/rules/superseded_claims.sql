-- The ids of the chosen claims whose question a chosen later edition answers, too.
select distinct t.{claim} as claim
from (select * from answers where {chosen}) a
join texts t using (number)
join editions e on a.source = e.older
join (select * from answers where {chosen}) n on a.question = n.question and n.source = e.newer
