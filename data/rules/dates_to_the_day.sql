-- The dates that the chosen sources write to the day, and whose they are.
select s.id as source, a.low
from answers a join questions q on a.question = q.question join sources s on a.source = s.number
where q.kind = 'date' and regexp_matches(a.value, '{day}') and {chosen} order by s.id
