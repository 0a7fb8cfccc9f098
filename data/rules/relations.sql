-- The same as `pairs` has it (see pairs.sql), and of each whether some answer of the two is the same (`same`), and whether
-- it is the same with another root (`confirmed`).
with
answers as (select * from claims where not superseded),
alike as (
  select a.question, a.source, b.source as other, bool_or(a.root <> b.root) as confirmed
  from (select distinct question, source, root, low, high, denies from answers) a
  join (select distinct question, source, root, low, high, denies from answers) b
    on a.question = b.question and a.low = b.low and a.high = b.high and a.denies = b.denies and {pair}
  group by a.question, a.source, b.source)
select p.*, s.question is not null as same, coalesce(s.confirmed, false) as confirmed
from ({pairs}) p left join alike s on p.question = s.question and p.source = s.source and p.other = s.other
