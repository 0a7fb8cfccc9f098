-- The verdicts: one row a question. DuckDB and Spark run this text unchanged.
--
-- It reads the view `claims`, the answers of the chosen sources: question, source, root, voice (null where the source
-- speaks for itself), value, is_name, own, denies, is_derived, spelling (null where there is none), superseded, and the
-- interval from low to high; and the view `lines` (lines.sql). Questions, sources, roots, voices and spellings may be
-- numbers or texts.
--
-- Answers are closed intervals on a line. Intervals that meet two by two all meet, so a group of answers clashes
-- exactly where its largest low lies above its smallest high: every verdict is a few grouped aggregates.
with

-- 1. The answers that count.
superseded as (select question, count(*) as superseded from claims where superseded group by question),
answers as (select * from claims where not superseded),

-- 2. What can be counted of each question.
counts as (
  select question, count(*) as n_claims, count(distinct source) as n_sources, count(distinct root) as n_origins,
    array_join(array_sort(collect_set(value)), ' | ') as value_list,
    min(low) as low, max(high) as high, max(low) as common_low, min(high) as common_high,
    bool_or(denies) as some_deny, bool_and(denies) as all_deny, bool_or(is_derived) as derived
  from answers group by question),
spellings as (
  select question, max(spellings) > 1 as variants from (
    select question, value, count(distinct spelling) as spellings
    from answers where spelling is not null group by question, value) s
  group by question),

-- 3. The lines on which not all answers meet: what follows looks at these alone.
clashing as (
  select l.* from lines l
  join (select question, line from lines group by question, line having max(low) > min(high)) c
    on l.question = c.question and l.line = c.line),

-- 4. Who clashes: a source with itself (rule 1), the own-voice answers (2), what two sources report of one voice (3),
-- all answers (4). The first rule that holds makes the verdict; its widest gap has two ends. Where one source holds
-- both ends of what is reported of a voice, each end is set against the nearest of another source.
reports as (
  select question, line, voice, source, max(low) as low, min(high) as high
  from clashing where voice is not null group by question, line, voice, source),
report_ends as (
  select question, line, voice, max(low) as low, max_by(source, low) as low_source,
    min(high) as high, min_by(source, high) as high_source
  from reports group by question, line, voice having max(low) > min(high)),
clashes as (
  select question, 1 as rule, max(low) as low, min(high) as high
  from clashing where own group by question, line, source having max(low) > min(high)
  union all
  select question, 2, max(low), min(high) from clashing where own group by question, line having max(low) > min(high)
  union all
  select question, 3, low, high from report_ends where low_source <> high_source
  union all
  select e.question, 3, e.low, min(r.high)
  from report_ends e join reports r
    on e.question = r.question and e.line = r.line and e.voice = r.voice and e.low_source <> r.source
  where e.low_source = e.high_source group by e.question, e.line, e.voice, e.low having e.low > min(r.high)
  union all
  select e.question, 3, max(r.low), e.high
  from report_ends e join reports r
    on e.question = r.question and e.line = r.line and e.voice = r.voice and e.low_source <> r.source
  where e.low_source = e.high_source group by e.question, e.line, e.voice, e.high having max(r.low) > e.high
  union all
  select question, 4, max(low), min(high) from clashing group by question, line having max(low) > min(high)),
gaps as (
  select c.question, c.rule, max(c.low - c.high) as gap,
    max_by(c.high, struct(c.low - c.high, -c.high)) as gap_from, max_by(c.low, struct(c.low - c.high, -c.high)) as gap_to
  from clashes c
  join (select question, min(rule) as rule from clashes group by question) f
    on c.question = f.question and c.rule = f.rule
  group by c.question, c.rule),

-- 5. Whether they clash between two different roots, or within one. Reports of a voice must differ in source and in
-- root: of the highs below a low, those of its own source and those of its own root are taken off, and those of both
-- are put back.
parties as (
  select c.question, c.line, case when g.rule = 1 then c.source end as within, c.root,
    max(c.low) as low, min(c.high) as high
  from clashing c join gaps g on c.question = g.question
  where g.rule = 4 or (g.rule < 3 and c.own)
  group by c.question, c.line, case when g.rule = 1 then c.source end, c.root),
party_ends as (
  select question, line, within, max(low) as low, max_by(root, low) as low_root,
    min(high) as high, min_by(root, high) as high_root
  from parties group by question, line, within having max(low) > min(high)),
reported as (
  select c.* from clashing c join gaps g on c.question = g.question where g.rule = 3 and c.voice is not null),
report_places as (
  select question, line, voice, source, root, low as place, 0 as is_high from reported
  union all
  select question, line, voice, source, root, high, 1 from reported),
reports_below as (
  select question, is_high,
    sum(is_high) over (partition by question, line, voice
      order by place, is_high rows between unbounded preceding and current row)
    - sum(is_high) over (partition by question, line, voice, source
      order by place, is_high rows between unbounded preceding and current row)
    - sum(is_high) over (partition by question, line, voice, root
      order by place, is_high rows between unbounded preceding and current row)
    + sum(is_high) over (partition by question, line, voice, source, root
      order by place, is_high rows between unbounded preceding and current row) as independent
  from report_places),
between_roots as (
  select question from party_ends where low_root <> high_root
  union
  select e.question
  from party_ends e join parties p
    on e.question = p.question and e.line = p.line and e.low_root <> p.root
      and (e.within = p.within or (e.within is null and p.within is null))
  where e.low_root = e.high_root and (e.low > p.high or p.low > e.high)
  union
  select question from reports_below where is_high = 0 and independent > 0),

-- 6. Where most origins meet: the line is cut at every end, and a part runs from some low to the nearest high, with no
-- other low between. Own-voice answers are counted, or all where there are none. Each origin covers a part once: an
-- answer adds what those of its origin that begin before it do not reach.
counted as (
  select question, root, value, is_name, low, high, denies from (
    select *, max(case when own then 1 else 0 end) over (partition by question) as any_own from answers) a
  where own or any_own = 0),
covers as (
  select question, low, high,
    max(high) over (partition by question, root order by low, high
      rows between unbounded preceding and 1 preceding) as reached
  from (select distinct question, root, low, high from counted where not denies) c),
ends as (
  select question, place, side, sum(step) as step from (
    select question, low as place, 0 as side, case when reached is null or reached < low then 1 else 0 end as step
    from covers
    union all
    select question, high, 1, case when reached is null or reached < high then -1 else 0 end from covers
    union all
    select question, reached, 1, 1 from covers where low <= reached and reached < high) e
  group by question, place, side),
parts as (
  select question, place as low, next_place as high, origins from (
    select question, place, side, cast(sum(step) over w as bigint) as origins, lead(place) over w as next_place,
      lead(side) over w as next_side
    from ends window w as (partition by question order by place, side)) e
  where side = 0 and next_side = 1),
best as (
  select * from (select *, max(origins) over (partition by question) as most from parts) p where origins = most),
labels as (select distinct question, low, value from counted where is_name and not denies),
support as (
  select b.question, max(b.origins) as support_origins, array_sort(collect_list(b.low)) as support_low,
    array_sort(collect_list(b.high)) as support_high, array_join(array_sort(collect_list(l.value)), ' | ') as support_names
  from best b left join labels l on b.question = l.question and b.low = l.low
  group by b.question),
heard as (select question, count(distinct root) as heard from counted group by question)

select c.question,
  case g.rule when 1 then 'self-contradiction' when 2 then 'conflict' when 3 then 'conflict' when 4 then 'disputed'
    else case
      when c.n_sources = 1 then 'sole source'
      when c.low = c.common_low and c.high = c.common_high and c.some_deny = c.all_deny then 'agree'
      else 'compatible' end end as verdict,
  c.n_claims, c.n_sources, c.n_origins, coalesce(o.superseded, 0) as superseded, c.value_list,
  c.low, c.high, c.common_low, c.common_high, coalesce(g.gap, 0) as gap, g.gap_from, g.gap_to,
  b.question is not null as between_origins, coalesce(v.variants, false) as variants, c.derived,
  s.support_low, s.support_high, s.support_names, coalesce(s.support_origins, 0) as support_origins,
  h.heard - coalesce(s.support_origins, 0) as against_origins
from counts c
left join gaps g on c.question = g.question
left join between_roots b on c.question = b.question
left join superseded o on c.question = o.question
left join spellings v on c.question = v.question
left join support s on c.question = s.question
left join heard h on c.question = h.question
