-- How the answers of two sources to each question that both answer relate, of each `pair` of sources (a, b) that is asked
-- for: where that is `a.source <> b.source`, one row from either side.
--
-- Reads `claims` and `lines` as verdicts.sql does. Columns: question, source, other; relation: `part` (some answer of
-- one excludes one of the other), `agree` (all their answers are the same), `finer` or `coarser` (those of `source` lie
-- within the other's, or the other way round), else `overlap`; reported (they part, but only in what they report of
-- others); one_origin (all their answers here have one root).
with
answers as (select * from claims where not superseded),
sides as (  -- `most_low` and `least_high` are what of the answers on the question's own line decides, whether they meet
  select question, source, min(root) as first_root, max(root) as last_root,
    min(low) as lowest_low, max(low) as highest_low, min(high) as lowest_high, max(high) as highest_high,
    bool_or(denies) as some_deny, bool_and(denies) as all_deny,
    max(low) filter (where not denies) as most_low, min(high) filter (where not denies) as least_high,
    max(low) filter (where not denies and own) as own_low, min(high) filter (where not denies and own) as own_high
  from answers group by question, source),
reaches as (  -- the same on the lines of labels, and of what is reported of each voice
  select question, line, 'all' as among, source, max(low) as low, min(high) as high
  from lines where line <> -1 group by question, line, source
  union all
  select question, line, 'own', source, max(low), min(high)
  from lines where line <> -1 and own group by question, line, source
  union all
  select question, line, 'voice ' || voice, source, max(low), min(high)
  from lines where voice is not null group by question, line, voice, source),
apart as (
  select a.question, a.source, b.source as other, bool_or(a.among <> 'all') as in_conflict
  from reaches a join reaches b
    on a.question = b.question and a.line = b.line and a.among = b.among and {pair}
  where a.low > b.high or b.low > a.high
  group by a.question, a.source, b.source),
met as (
  select a.question, a.source, b.source as other,
    p.question is not null or coalesce(a.most_low > b.least_high or b.most_low > a.least_high, false) as part,
    coalesce(p.in_conflict, false) or coalesce(a.own_low > b.own_high or b.own_low > a.own_high, false) as in_conflict,
    a.lowest_low = b.highest_low and a.highest_low = b.lowest_low and a.lowest_high = b.highest_high
      and a.highest_high = b.lowest_high and a.some_deny = b.all_deny and a.all_deny = b.some_deny as same,
    not a.some_deny and not b.some_deny as assert_all,
    a.lowest_low >= b.highest_low and a.highest_high <= b.lowest_high as within_other,
    b.lowest_low >= a.highest_low and b.highest_high <= a.lowest_high as within_source,
    a.first_root = a.last_root and b.first_root = b.last_root and a.first_root = b.first_root as one_origin
  from sides a
  join sides b on a.question = b.question and {pair}
  left join apart p on a.question = p.question and a.source = p.source and b.source = p.other)
select question, source, other,
  case
    when part then 'part'
    when same then 'agree'
    when assert_all and within_other then 'finer'
    when assert_all and within_source then 'coarser'
    else 'overlap' end as relation,
  part and not in_conflict as reported, one_origin
from met
