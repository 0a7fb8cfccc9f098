-- How many questions and claims are left of each verdict, topic and scope; on how many of the questions independent
-- origins meet, and how many several sources of one origin answer.
select verdict, topic, scope, count(*) as questions, cast(sum(n_claims + superseded) as bigint) as claims,
  count(*) filter ({independent}) as independent,
  count(*) filter (n_sources > 1 and n_origins = 1) as one_origin
from {verdicts} v join questions using (question) left join {events} using (event)
where question in (select question from {left})
group by verdict, topic, scope
