-- Which source answers which question, of the answers that meet a condition, {asked}; both by id.
select distinct q.id as question, s.id as source
from (select * from answers where {asked}) a
join questions q on a.question = q.question join sources s on a.source = s.number
