-- How many questions and claims are left, by some columns of questions and verdicts.
select {keys}, count(*) as questions, cast(sum(n_claims + superseded) as bigint) as claims
from {verdicts} join questions using (question)
where question in (select question from {left})
group by {keys} order by questions desc, {keys}
