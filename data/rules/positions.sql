-- The positions on each question: the parts of the line that its answers come down to, and who holds each.
--
-- Reads `claims` and `lines` as verdicts.sql does, and `sources` and `roots` (number, id). Counted are the own-voice
-- answers, or all where there are none or where it takes the reported ones to make the contest. A part is one as the
-- support of verdicts.sql has it; a label that is both asserted and denied is a position of those who deny it, too.
-- Columns: question, denied, low, high, name (of a name), own, n_origins, n_sources, n_against, origins, sources.
with
clashes as (
  select question, bool_or(low > high) as apart, bool_or(own_low > own_high) as own_apart from (
    select question, line, max(low) as low, min(high) as high,
      max(case when own then low end) as own_low, min(case when own then high end) as own_high
    from lines group by question, line) l
  group by question),
of_question as (
  select a.question, bool_or(a.own) and (coalesce(bool_or(c.own_apart), false) or not coalesce(bool_or(c.apart), false)) as own
  from claims a left join clashes c on a.question = c.question
  where not a.superseded group by a.question),
counted as (
  select a.question, a.source, a.root, a.value, a.is_name, a.denies, a.low, a.high, q.own as only_own
  from claims a join of_question q on a.question = q.question
  where not a.superseded and (a.own or not q.own)),
ends as (
  select question, low as place, 0 as side from counted where not denies
  union all
  select question, high, 1 from counted where not denies),
parts as (
  select question, false as denied, place as low, next_place as high from (
    select question, place, side, lead(place) over w as next_place, lead(side) over w as next_side
    from ends window w as (partition by question order by place, side)) e
  where side = 0 and next_side = 1
  union all
  select distinct n.question, true, n.low, n.high
  from counted n join counted y on n.question = y.question and n.low = y.low
  where n.denies and not y.denies),
heard as (select question, size(collect_set(root)) as heard, bool_or(only_own) as own from counted group by question),
names as (select distinct question, low, value from counted where is_name)
select p.question, p.denied, p.low, p.high, min(n.value) as name, min(h.own) as own,
  size(collect_set(c.root)) as n_origins, size(collect_set(c.source)) as n_sources,
  min(h.heard) - size(collect_set(c.root)) as n_against,
  array_join(array_sort(collect_set(r.id)), ' | ') as origins, array_join(array_sort(collect_set(s.id)), ' | ') as sources
from parts p
join counted c on p.question = c.question and p.denied = c.denies
  and case when p.denied then c.low = p.low else c.low <= p.low and c.high >= p.high end
join heard h on p.question = h.question
join sources s on c.source = s.number
join roots r on c.root = r.number
left join names n on p.question = n.question and p.low = n.low
group by p.question, p.denied, p.low, p.high
