-- Who alone holds one end of a clash, and so might end the contest over a question by falling silent. Reads `lines`.
with
ends as (
  select question, line, max(low) as low, min(high) as high
  from lines group by question, line having max(low) > min(high))
select l.question, min(l.source) as source
from lines l join ends e on l.question = e.question and l.line = e.line and l.low = e.low
group by l.question, l.line having count(distinct l.source) = 1
union
select l.question, min(l.source)
from lines l join ends e on l.question = e.question and l.line = e.line and l.high = e.high
group by l.question, l.line having count(distinct l.source) = 1
