-- The rows of event_dates.sql or event_dates_by_source.sql with a title and a topic, and instead of latest and earliest
-- with days that some source names, for an end that is open too: first and last; from and until (what all answers
-- share, or the first of answers that do not meet). Left out is what is open at both ends. Columns more: contested.
with
dated as (
  select d.*, d.verdict in ({contested}) as contested, coalesce(e.title, d.event) as title,
    coalesce(e.topic, '') as topic, d.latest <= d.earliest as meets
  from ({dates}) d left join {events} e on d.event = e.event
  where isfinite(d.latest) or isfinite(d.earliest))
select * exclude (latest, earliest, meets),
  case when isfinite(low) then low when isfinite(earliest) then least(earliest, case when isfinite(latest) then latest else earliest end) else latest end as first,
  case when isfinite(high) then high when isfinite(latest) then greatest(latest, case when isfinite(earliest) then earliest else latest end) else earliest end as last,
  case when meets and isfinite(latest) then latest when not meets and isfinite(low) then low else earliest end as from_day,
  case when isfinite(earliest) then earliest else latest end as until_day
from dated
