-- How the answers of two sources to each question that both answer relate, of each `pair` of sources (a, b) that is asked for:
-- where that is `a.source <> b.source`, one row from either side.
--
-- Reads `claims` and `lines` as verdicts.sql does. Columns: question, source, other; relation: `part` (some answer of one excludes
-- one of the other), `agree` (all their answers are the same), `finer` or `coarser` (those of `source` lie within the
-- other's, or the other way round), else `overlap`; reported (they part, but only in what they report of others);
-- one_origin (all their answers here have one root); same (some answer is the same); confirmed (some answer is the
-- same, of another root).
with
answers as (select * from claims where not superseded),
sides as (
  select question, source, min(root) as first_root, max(root) as last_root,
    min(low) as lowest_low, max(low) as highest_low, min(high) as lowest_high, max(high) as highest_high,
    bool_or(denies) as some_deny, bool_and(denies) as all_deny
  from answers group by question, source),
reaches as (  -- all answers, the own-voice ones, and those of each voice, each by its own ends
  select question, line, 'all' as among, source, max(low) as low, min(high) as high
  from lines group by question, line, source
  union all
  select question, line, 'own', source, max(low), min(high) from lines where own group by question, line, source
  union all
  select question, line, 'voice ' || voice, source, max(low), min(high)
  from lines where voice is not null group by question, line, voice, source),
apart as (
  select a.question, a.source, b.source as other, bool_or(a.among <> 'all') as in_conflict
  from reaches a join reaches b
    on a.question = b.question and a.line = b.line and a.among = b.among and {pair}
  where a.low > b.high or b.low > a.high
  group by a.question, a.source, b.source),
alike as (
  select a.question, a.source, b.source as other, bool_or(a.root <> b.root) as confirmed
  from (select distinct question, source, root, low, high, denies from answers) a
  join (select distinct question, source, root, low, high, denies from answers) b
    on a.question = b.question and a.low = b.low and a.high = b.high and a.denies = b.denies and {pair}
  group by a.question, a.source, b.source)
select a.question, a.source, b.source as other,
  case
    when p.question is not null then 'part'
    when a.lowest_low = b.highest_low and a.highest_low = b.lowest_low and a.lowest_high = b.highest_high
      and a.highest_high = b.lowest_high and a.some_deny = b.all_deny and a.all_deny = b.some_deny then 'agree'
    when not a.some_deny and not b.some_deny
      and a.lowest_low >= b.highest_low and a.highest_high <= b.lowest_high then 'finer'
    when not a.some_deny and not b.some_deny
      and b.lowest_low >= a.highest_low and b.highest_high <= a.lowest_high then 'coarser'
    else 'overlap' end as relation,
  p.question is not null and not p.in_conflict as reported,
  a.first_root = a.last_root and b.first_root = b.last_root and a.first_root = b.first_root as one_origin,
  s.question is not null as same,
  coalesce(s.confirmed, false) as confirmed
from sides a
join sides b on a.question = b.question and {pair}
left join apart p on a.question = p.question and a.source = p.source and b.source = p.other
left join alike s on a.question = s.question and a.source = s.source and b.source = s.other
