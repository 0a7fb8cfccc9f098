-- Of the questions that are left, those that ask when something happened, no plans: of more than {most}, one in so many
-- of each year and verdict. Columns: question (its id), alike (for how many of them it stands).
with
dated as (
  select q.id, v.verdict, year(date '1970-01-01' + cast(v.low as integer)) as year
  from {verdicts} v join questions q on v.question = q.question
  where q.kind = 'date' and not q.planned and isfinite(v.low) and v.question in (select question from {left})),
placed as (
  select id, row_number() over (partition by year, verdict order by id) - 1 as place,
    count(*) over (partition by year, verdict) as dates, (count(*) over () + {most} - 1) // {most} as step
  from dated)
select id as question, least(step, dates - place) as alike from placed where place % step = 0
