-- The tables of a claim store that looks into another one, {base}, and has some claims more and some less.
--
-- Reads `incoming` (the resolved claims that are added, numbered by place, question_place being their question's, with
-- the `cells` of their texts, among which is the `claim`),
-- `asked` (their questions, numbered by place), `described` (all sources) and `gone` (ids of claims). Run by DuckDB.
create table sources as select * from described;
create view editions as select * from {base}.editions;
create view names as select * from {base}.names;
create table removed as
  select number from {base}.texts where {claim} in (select claim from gone)
  and number in (select number from {base}.answers);

create table new_roots as
  select (select count(*) from {base}.roots) + row_number() over (order by id) - 1 as number, id
  from (select distinct root as id from incoming where root not in (select id from {base}.roots)) r;
create view roots as select * from {base}.roots union all select * from new_roots;
create table new_voices as
  select (select count(*) from {base}.voices) + row_number() over (order by id) - 1 as number, id
  from (select distinct voice as id from incoming where voice not in (select id from {base}.voices)) v;
create view voices as select * from {base}.voices union all select * from new_voices;
create table new_spellings as
  select (select count(*) from {base}.spellings) + row_number() over (order by id) - 1 as number, id
  from (select distinct spelling as id from incoming where spelling not in (select id from {base}.spellings)) s;
create view spellings as select * from {base}.spellings union all select * from new_spellings;

create table answered as
  select a.*, q.question, (select count(*) from {base}.questions k where k.id = a.id or k.id like a.id || '//%') as alike
  from asked a left join {base}.questions q on a.event = q.event and a.attribute = q.attribute and a.unit = q.unit
    and a.planned = q.planned and a.member = q.member and a.period_low is not distinct from q.period_low
    and a.period_high is not distinct from q.period_high;
create table new_questions as
  select * exclude (alike) replace (id || case when alike > 0 then '//' || (alike + 1) else '' end as id,
    (select count(*) from {base}.questions) + row_number() over (order by place) - 1 as question)
  from answered where question is null;
create view questions as
  select * from {base}.questions union all by name select * exclude (place) from new_questions;
create table added as
  select (select max(number) + 1 from {base}.answers) + i.place as number, coalesce(q.question, n.question) as question,
    s.number as source, r.number as root, case when i.voice <> '' then v.number end as voice, i.value, i.is_name, i.own,
    i.denies, i.is_derived, case when i.spelling <> '' then p.number end as spelling, i.low, i.high
  from incoming i
  join answered q on i.question_place = q.place left join new_questions n on i.question_place = n.place
  join sources s on i.source = s.id join roots r on i.root = r.id left join voices v on i.voice = v.id
  left join spellings p on i.spelling = p.id;
create view answers as
  select * from {base}.answers where number not in (select number from removed)
  union all by name select * from added;
create table new_texts as
  select {cells}, (select max(number) + 1 from {base}.answers) + place as number from incoming;
create view texts as select * from {base}.texts union all by name select * from new_texts;
create table changed as
  select question from added
  union select question from {base}.answers where number in (select number from removed)
