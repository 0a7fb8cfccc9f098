-- The questions on which not all answers meet: one row each. DuckDB and Spark run this text unchanged.
--
-- Reads `lines` (lines.sql). Columns: question; rule, the number of the first of section 2 that holds; gap_from and
-- gap_to, the ends of its widest gap; between_origins.
--
-- Answers are closed intervals on a line. Intervals that meet two by two all meet, so a group of answers clashes
-- exactly where its largest low lies above its smallest high: what clashes is a few grouped aggregates.
with

-- 1. The lines on which not all answers meet: what follows looks at these alone.
line_ends as (
  select question, line, max(low) as low, min(high) as high,
    max(case when own then low end) as own_low, min(case when own then high end) as own_high
  from lines group by question, line having max(low) > min(high)),
clashing as (select l.* from lines l join line_ends e on l.question = e.question and l.line = e.line),

-- 2. Who clashes: a source with itself (rule 1), the own-voice answers (2), what two sources report of one voice (3),
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
  select question, 2, own_low, own_high from line_ends where own_low > own_high
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
  select question, 4, low, high from line_ends),
gaps as (
  select question, min(rule) as rule, max_by(high, struct(-rule, struct(low - high, -high))) as gap_from,
    max_by(low, struct(-rule, struct(low - high, -high))) as gap_to
  from clashes group by question),

-- 3. Whether they clash between two different roots, or within one. Reports of a voice must differ in source and in
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
  union all
  select e.question
  from party_ends e join parties p
    on e.question = p.question and e.line = p.line and e.low_root <> p.root
      and (e.within = p.within or (e.within is null and p.within is null))
  where e.low_root = e.high_root and (e.low > p.high or p.low > e.high)
  union all
  select question from reports_below where is_high = 0 and independent > 0)

select g.question, g.rule, g.gap_from, g.gap_to, b.question is not null as between_origins
from gaps g left join (select question from between_roots group by question) b on g.question = b.question
