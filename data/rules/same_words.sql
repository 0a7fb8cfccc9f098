-- The pairs of events in which different speakers used nearly the same words, of `claims` (see verdicts.sql). The speaker
-- is the voice; where a source quotes nobody, the one that is asserted of the event.
with
said as (
  select q.event, q.attribute, c.value, coalesce(v.id, '') as voice, s.id as source
  from claims c join questions q on c.question = q.question join sources s on c.source = s.number
  left join voices v on c.voice = v.number
  where not c.denies and not c.superseded),
speakers as (select event, min(value) as speaker from said where attribute = 'speaker' group by event),
utterances as (
  select d.value as wording, d.event, coalesce(nullif(d.voice, ''), p.speaker, '') as speaker,
    array_sort(collect_set(d.source)) as sources
  from said d left join speakers p on d.event = p.event where d.attribute = 'wording' group by 1, 2, 3)
select a.wording, a.event, a.speaker, a.sources, b.event as other_event, b.speaker as other_speaker,
  b.sources as other_sources
from utterances a join utterances b on a.wording = b.wording and a.event < b.event and a.speaker <> b.speaker
order by all
