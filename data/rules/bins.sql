-- How many of the questions that are left have the middle of their time in each {unit}, by verdict: start (in days),
-- verdict, questions. Questions without a known time, or with an open one, are in none.
select
  date_diff('day', date '1970-01-01',
    date_trunc('{unit}', date '1970-01-01' + cast(floor((t.low + t.high) / 2) as integer))) as start,
  v.verdict, count(*) as questions
from ({times}) t join {verdicts} v on t.question = v.question
where t.question in (select question from {left}) and isfinite(t.low) and isfinite(t.high)
group by all order by all
