-- Whose silence might end the contest over a question: who alone holds one end of a clash, where the others clash on no
-- line. Reads `lines`.
with
ends as (
  select question, line, max(low) as low, min(high) as high
  from lines group by question, line having max(low) > min(high)),
alone as (
  select l.question, min(l.source) as source
  from lines l join ends e on l.question = e.question and l.line = e.line and l.low = e.low
  group by l.question, l.line having count(distinct l.source) = 1
  union
  select l.question, min(l.source)
  from lines l join ends e on l.question = e.question and l.line = e.line and l.high = e.high
  group by l.question, l.line having count(distinct l.source) = 1),
still as (
  select distinct a.question, a.source
  from alone a join lines l on a.question = l.question and a.source <> l.source
  group by a.question, a.source, l.line having max(l.low) > min(l.high))
select a.question, a.source
from alone a left join still s on a.question = s.question and a.source = s.source
where s.question is null
