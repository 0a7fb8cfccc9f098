-- What the page of figures shows: section and event of each quantity, and of each name that stands in a section, with
-- the number of claims. An attribute's own section comes before the topic of its event; small topics share one.
with
placed as (
  select case {own} when e.topic in ({topics}) then e.topic else '{other}' end as section,
    q.event, v.n_claims + v.superseded as claims
  from {verdicts} v join questions q on v.question = q.question left join {events} e on q.event = e.event
  where v.question in (select question from {left}) and (q.kind = 'quantity' or q.attribute in ({attributes})))
select section, event, cast(sum(claims) as bigint) as claims from placed group by section, event
