-- Where most origins meet: one row a question. DuckDB and Spark run this text unchanged.
--
-- Reads `claims` as verdicts.sql does. Columns: question; support_low and support_high, the ends of each part of the line
-- that most origins hold; support_names, of names; support_origins, how many these are; against_origins, the others.
--
-- The line is cut at every end, and a part runs from some low to the nearest high, with no other low between. Own-voice
-- answers are counted, or all where there are none. Each origin covers a part once: an answer adds what those of its
-- origin that begin before it do not reach.
with
counted as (
  select question, root, value, is_name, low, high, denies from (
    select *, max(case when own then 1 else 0 end) over (partition by question) as any_own
    from claims where not superseded) a
  where own or any_own = 0),
covers as (
  select question, low, high,
    max(high) over (partition by question, root order by low, high
      rows between unbounded preceding and 1 preceding) as reached
  from counted where not denies),
ends as (
  select question, low as place, 0 as side, case when reached is null or reached < low then 1 else 0 end as step
  from covers
  union all
  select question, high, 1, case when reached is null or reached < high then -1 else 0 end from covers
  union all
  select question, reached, 1, 1 from covers where low <= reached and reached < high),
parts as (
  select question, place as low, next_place as high, origins from (
    select question, place, side, cast(sum(step) over w as bigint) as origins, lead(place) over w as next_place,
      lead(side) over w as next_side
    from ends window w as (partition by question order by place, side)) e
  where side = 0 and next_side = 1),
best as (
  select * from (select *, max(origins) over (partition by question) as most from parts) p where origins = most),
labels as (select distinct question, low, value from counted where is_name and not denies),
heard as (select question, size(collect_set(root)) as heard from counted group by question),
support as (
  select b.question, max(b.origins) as origins, array_sort(collect_list(b.low)) as support_low,
    array_sort(collect_list(b.high)) as support_high, array_join(array_sort(collect_list(l.value)), ' | ') as support_names
  from best b left join labels l on b.question = l.question and b.low = l.low
  group by b.question)

select h.question, s.support_low, s.support_high, s.support_names, coalesce(s.origins, 0) as support_origins,
  h.heard - coalesce(s.origins, 0) as against_origins
from heard h left join support s on h.question = s.question
