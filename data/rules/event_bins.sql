-- How many dated events of {dates} lie in each bin of each {lane}, among those that meet a time: a bin is the shortest,
-- of the units in {units}, that holds all of what is said of an event, so that a year is never counted in a month.
-- Columns: lane, unit, start (a day), events, contested.
with
placed as (
  select {lane} as lane, contested,
    date '1970-01-01' + cast(from_day as integer) as low, date '1970-01-01' + cast(until_day as integer) as high
  from {dates} where {where}),
measured as (select *, {units} as unit from placed)
select lane, unit, date_diff('day', date '1970-01-01', cast(date_trunc(unit, low) as date)) as start,
  count(*) as events, count(*) filter (contested) as contested
from measured group by all order by lane, start, unit
