-- The answers of chosen sources, where some sources' firsts of a year or month are read as that year or month, up to the
-- day of publication where they are derived. `coarse` has source (its id) and precision, `year` or `month`.
select a.* exclude (day) replace (
  case when c.precision is null or a.day is null or day(a.day) <> 1
      or (c.precision = 'year' and month(a.day) <> 1)
    then a.high
    else least(
      date_diff('day', date '1970-01-01', case c.precision
        when 'year' then make_date(year(a.day), 12, 31)
        else last_day(a.day) end),
      case when a.is_derived and not q.planned then coalesce(s.published_end, 'infinity') else 'infinity' end)
    end as high)
from (
  select *, case when regexp_matches(value, '{day}') then date '1970-01-01' + try_cast(low as integer) end as day
  from answers where {chosen}) a
join questions q on a.question = q.question
join sources s on a.source = s.number
left join coarse c on s.id = c.source and q.kind = 'date'
