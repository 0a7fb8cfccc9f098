-- What there is of each chosen source: claims, questions, roots, and dates that are stated and derived.
select any_value(s.id) as source, count(*) as n_claims, size(collect_set(a.question)) as n_questions,
  size(collect_set(a.root)) as n_origins, array_join(array_sort(collect_set(r.id)), ' | ') as origins,
  count(*) filter (q.kind = 'date' and not a.is_derived) as dates_stated,
  count(*) filter (q.kind = 'date' and a.is_derived) as dates_derived
from answers a
join sources s on a.source = s.number
join roots r on a.root = r.number
join questions q on a.question = q.question
where {chosen} group by a.source
