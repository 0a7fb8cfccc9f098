-- The different answers to when some events happened: one row a question and interval, and {source} where asked for.
-- Reads `claims` as verdicts.sql does. Columns: event, question, {source}, planned, low, high, n_origins, n_sources,
-- derived (whether all are).
select q.event, q.id as question, {source}, any_value(q.planned) as planned, c.low, c.high,
  size(collect_set(c.root)) as n_origins, size(collect_set(c.source)) as n_sources, bool_and(c.is_derived) as derived
from claims c join questions q on c.question = q.question join sources s on c.source = s.number
where not c.superseded
group by all order by q.event, c.low, c.high
