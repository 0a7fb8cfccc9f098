-- When each question that the chosen sources answer was, and when it was first answered, by any source: id, low, high,
-- told (the last day on which its first answer can have been published; a plan whose day is unknown at any time).
select q.id, t.low, t.high, f.told
from ({times}) t
join questions q on t.question = q.question
join (
  select a.question,
    min(case when q.planned then coalesce(s.published_end, '-infinity') else s.published_end end) as told
  from answers a join sources s on a.source = s.number join questions q on a.question = q.question
  group by a.question) f on t.question = f.question
where t.question in (select question from answers where {asked})
order by q.id
