-- The verdicts: one row a question. DuckDB and Spark run this text unchanged.
--
-- It reads the view `claims`, the answers of the chosen sources: question, source, root, voice (null where the source
-- speaks for itself), value, is_name, own, denies, is_derived, spelling (null where there is none), superseded, and the
-- interval from low to high; and of these, `clashes` (clashes.sql) and `support` (support.sql). Questions, sources, roots,
-- voices and spellings may be numbers or texts.
with
superseded as (select question, count(*) as superseded from claims where superseded group by question),
counts as (
  select question, count(*) as n_claims, size(collect_set(source)) as n_sources, size(collect_set(root)) as n_origins,
    array_join(array_sort(collect_set(value)), ' | ') as value_list,
    min(low) as low, max(high) as high, max(low) as common_low, min(high) as common_high,
    bool_or(denies) as some_deny, bool_and(denies) as all_deny, bool_or(is_derived) as derived,
    size(collect_set(case when spelling is not null then struct(value, spelling) end))
    > size(collect_set(case when spelling is not null then value end)) as variants
  from claims where not superseded group by question)

select c.question,
  case k.rule when 1 then 'self-contradiction' when 2 then 'conflict' when 3 then 'conflict' when 4 then 'disputed'
    else case
      when c.n_sources = 1 then 'sole source'
      when c.low = c.common_low and c.high = c.common_high and c.some_deny = c.all_deny then 'agree'
      else 'compatible' end end as verdict,
  c.n_claims, c.n_sources, c.n_origins, coalesce(o.superseded, 0) as superseded, c.value_list,
  c.low, c.high, c.common_low, c.common_high, coalesce(k.gap_to - k.gap_from, 0) as gap, k.gap_from, k.gap_to,
  coalesce(k.between_origins, false) as between_origins, c.variants, c.derived,
  s.support_low, s.support_high, s.support_names, s.support_origins, s.against_origins
from counts c
left join clashes k on c.question = k.question
left join superseded o on c.question = o.question
left join support s on c.question = s.question
