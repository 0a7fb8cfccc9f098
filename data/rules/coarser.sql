-- The answers of chosen sources, where some sources' firsts of a year or month are read as that year or month, up to the
-- day of publication where they are derived. `coarse` has source (its id) and precision, `year` or `month`.
select a.* replace (
  case when c.precision is null or not regexp_matches(a.value, '{day}')
      or strftime(date '1970-01-01' + cast(a.low as integer), case c.precision when 'year' then '%m-%d' else '%d' end)
        not in ('01-01', '01')
    then a.high
    else least(
      date_diff('day', date '1970-01-01', case c.precision
        when 'year' then make_date(year(date '1970-01-01' + cast(a.low as integer)), 12, 31)
        else last_day(date '1970-01-01' + cast(a.low as integer)) end),
      case when a.is_derived and not q.planned then coalesce(s.published_end, 'infinity') else 'infinity' end)
    end as high)
from answers a
join questions q on a.question = q.question
join sources s on a.source = s.number
left join coarse c on s.id = c.source and q.kind = 'date'
where {chosen}
