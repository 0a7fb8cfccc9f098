-- The first and the last day of which the claims speak, open ends aside: first, last; null where there is none.
select least(min(low), min(period_low)) as first, greatest(max(high), max(period_high)) as last from (
  select
    case when q.kind = 'date' and isfinite(a.low) then a.low when q.kind = 'date' and isfinite(a.high) then a.high end as low,
    case when q.kind = 'date' and isfinite(a.high) then a.high when q.kind = 'date' and isfinite(a.low) then a.low end as high,
    case when isfinite(q.period_low) then q.period_low when isfinite(q.period_high) then q.period_high end as period_low,
    case when isfinite(q.period_high) then q.period_high when isfinite(q.period_low) then q.period_low end as period_high
  from answers a join questions q on a.question = q.question) ends
