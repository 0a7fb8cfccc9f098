-- The contested questions that are left, each with the line of the list that it stands in: question, series (the event,
-- where it is contested for at least {least} periods: all of these stand in one line; else null), line (from 1, by its
-- first question in the order of {order}) and number (of the question in that order).
with
contested as (
  select r.question, q.event, r.place,
    case when q.period <> '' and count(*) filter (q.period <> '') over (partition by q.event) >= {least}
      then q.event end as series,
    row_number() over (order by {order}) as number
  from {ranking} r join questions q on r.question = q.question left join {events} e on q.event = e.event
  where r.question in (select question from {left})),
begun as (
  select *, min(number) over (partition by series, case when series is null then question end) as begins
  from contested)
select question, series, number, dense_rank() over (order by begins) as line from begun
