-- How the answers of each source to each question stand beside those of the others.
--
-- Reads `claims` and `lines` as verdicts.sql does, and `relations`, which relations.sql gives. Columns: source, question; the number
-- of other sources that are contradicting it, disputing it, confirming it, repeating it (the same answer, from the same
-- origin only) or compatible with it, each counted once; confirming_origins, the roots that confirm it; standing, the
-- first that holds of: its own-voice answers exclude each other; another source's exclude them; some answers do, as
-- reported; an independent origin gives the same answer; its own origin alone does; others answer; nobody else does.
with
answers as (select * from claims where not superseded),
within as (
  select question, source, bool_or(own_low > own_high) as itself, bool_or(low > high) as apart from (
    select question, line, source, max(low) as low, min(high) as high,
      max(case when own then low end) as own_low, min(case when own then high end) as own_high
    from lines group by question, line, source) l
  group by question, source),
towards as (
  select question, source,
    sum(case when relation = 'part' and not reported then 1 else 0 end) as contradicting,
    sum(case when relation = 'part' and reported then 1 else 0 end) as disputing,
    sum(case when relation <> 'part' and confirmed then 1 else 0 end) as confirming,
    sum(case when relation <> 'part' and same and not confirmed then 1 else 0 end) as repeating,
    sum(case when relation <> 'part' and not same then 1 else 0 end) as compatible
  from relations group by question, source),
confirming as (
  select a.question, a.source, count(distinct b.root) as confirming_origins
  from answers a join answers b
    on a.question = b.question and a.low = b.low and a.high = b.high and a.denies = b.denies
      and a.source <> b.source and a.root <> b.root
  group by a.question, a.source)
select w.source, w.question,
  case
    when w.itself then 'contradicts itself'
    when t.contradicting > 0 then 'contradicted'
    when t.disputing > 0 or w.apart then 'disputed'
    when t.confirming > 0 then 'confirmed'
    when t.repeating > 0 then 'same origin'
    when t.compatible > 0 then 'compatible'
    else 'alone' end as standing,
  coalesce(t.contradicting, 0) as contradicting, coalesce(t.disputing, 0) as disputing,
  coalesce(t.confirming, 0) as confirming, coalesce(t.repeating, 0) as repeating,
  coalesce(t.compatible, 0) as compatible, coalesce(c.confirming_origins, 0) as confirming_origins
from within w
left join towards t on w.question = t.question and w.source = t.source
left join confirming c on w.question = c.question and w.source = c.source
