-- The contested questions in the one order that every view uses (see `findings.contested`): question, since and until
-- (its time in days), independent, gap_rank, place. Gaps are compared without the noise of the last digits.
with
contested as (
  select v.question, q.id, q.kind, v.n_origins, v.against_origins, t.low as since, t.high as until,
    {independent} as independent,
    case q.kind
      when 'date' then v.gap
      when 'quantity' then case when v.gap_from > 0
        then cast(printf('%.12g', 100 * v.gap / v.gap_from) as double) else 'infinity'::double end
      end as width
  from {verdicts} v join questions q on v.question = q.question join {times} t on v.question = t.question
  where v.verdict in ({contested})),
ranked as (
  select *, case when width is not null then
    (rank() over (partition by kind order by width) + (count(*) over (partition by kind, width) - 1) / 2)
    / count(*) over (partition by kind) end as gap_rank
  from contested)
select question, since, until, independent, gap_rank,
  row_number() over (order by independent desc, n_origins desc, against_origins desc, gap_rank desc nulls last, id) as place
from ranked
