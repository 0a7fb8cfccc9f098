"""What stands on each page of the site: the overview, the discrepancies, each question and each source."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import pandas as pd

import data
from components.charts import theme
from components.charts.answer_rows import answer_rows, name_heading
from components.charts.pictures import SCREENS, picture_of_answers, picture_of_dates
from components.site.html import (
    Block,
    Flow,
    Markup,
    Page,
    Site,
    element,
    lines,
    link,
    listing,
    markup,
    stacked,
    table,
    web_link,
    written,
)
from components.words import format, i18n, labels
from components.words.answers import answers_by_source, answers_sentence, claim_details, value_with_stance
from components.words.discrepancies import flags, short_sentence
from components.words.findings import Around, finding_lines, related_events
from components.words.i18n import _, translate
from components.words.method import method_sentences
from components.words.names import in_words, source_names, subject
from components.words.questions import (
    cause_sentences,
    count_claims,
    count_contested,
    origins_text,
    question_texts,
    verdict_remarks,
)
from components.words.sources import host, origins_sentence, source_facts
from components.words.standings import count_standings, others_say, standings_sentence
from data.files import About

MOST_CONTESTED = 6  # disagreements on the overview
MOST_DATES = 150  # marks in the picture of dates
MOST_ANSWERS = 16  # in a picture of one question
LINES = 3  # of words above an answer in a picture
EMPTY, NO_SOURCE = Markup(""), pd.DataFrame()
_Record = Mapping[Hashable, Any]


def pages(tables: data.Tables, language: str = "en") -> Iterator[tuple[str, str]]:
    """Yield each page of a table set in a language of the catalogue: its name below a folder, and its text as HTML.

    The language holds in the context in which it runs, as for a reader.
    """
    i18n.begin(language)
    made = _Pages(in_words(tables))
    for page in made.all():
        yield from written(page, made.site)


@dataclass(frozen=True, eq=False)
class _Pages:
    """The pages of a table set, in the reader's language."""

    tables: data.Tables

    def all(self) -> Iterator[Page]:
        yield self.overview()
        yield self.discrepancies()
        yield self.questions()
        yield self.sources()
        yield from self.question_pages()
        yield from self.source_pages()

    # --- What several pages need ------------------------------------------------------------------------------------

    @cached_property
    def view(self) -> data.View:
        return self.tables.select(data.Selection())

    @cached_property
    def site(self) -> Site:
        about = self.tables.about
        title = about.title if about else _("What the sources say")
        wanted, facts = (_("Keepers"), _("Date"), _("Licence")), about.facts if about else {}
        said = {label: facts[label] for label in wanted if label in facts} | {_("Version"): self.tables.version}
        return Site(
            title,
            ". ".join([title, *(f"{label}{_(': ')}{fact}" for label, fact in said.items())]) + ".",
            {
                _("Overview"): "index.html",
                _("Discrepancies"): "discrepancies.html",
                _("Questions"): "questions.html",
                _("Sources"): "sources.html",
            },
        )

    @cached_property
    def asked(self) -> pd.DataFrame:
        """The questions by their ids, with what is asked (`text`)."""
        found = self.view.questions
        texts = question_texts(self.tables, found)
        return found.set_index("question", drop=False).assign(text=texts)

    @cached_property
    def claims(self) -> Mapping[str, pd.DataFrame]:
        """The claims by their questions."""
        return _by(self.view.claims, "question")

    @cached_property
    def records(self) -> Mapping[str, Sequence[_Record]]:
        """The same, one by one."""
        return _records_by(self.view.claims, "question")

    @cached_property
    def rows(self) -> Mapping[str, pd.DataFrame]:
        """The rows of the pictures by their questions; see `answer_rows`."""
        found = answer_rows(self.view.found, self.view.questions, self.view.claims)
        return _by(found, "question")

    @cached_property
    def held(self) -> Mapping[str, pd.DataFrame]:
        """The sides of each question."""
        return _by(self.view.found.positions, "question")

    @cached_property
    def no_side(self) -> pd.DataFrame:
        return self.view.found.positions.head(0)

    @cached_property
    def pivotal(self) -> Mapping[str, pd.DataFrame]:
        """The sources that end the contest over each question, left out alone."""
        return _by(self.view.found.pivotal, "question")

    @cached_property
    def by_event(self) -> Mapping[str, pd.DataFrame]:
        """The questions by their events, in the one order that every view uses."""
        return _by(self.view.ranked, "event")

    @cached_property
    def related(self) -> Mapping[str, pd.DataFrame]:
        """How the answers of each source relate to those of others."""
        return _by(self.view.found.relations, "source")

    @cached_property
    def names(self) -> Mapping[str, str]:
        return source_names(self.tables)

    @cached_property
    def question_files(self) -> Mapping[str, str]:
        return _file_names("questions", self.asked.index)

    @cached_property
    def source_files(self) -> Mapping[str, str]:
        return _file_names("sources", self.tables.sources["source"])

    def question_link(self, question: str, up: str = "", words: str = "") -> Markup:
        return link(words or str(self.asked.loc[question, "text"]), f"{up}{self.question_files[question]}")

    def source_link(self, source: str, up: str = "") -> Markup:
        return link(self.names[source], f"{up}{self.source_files[source]}")

    @cached_property
    def told(self) -> Mapping[str, str]:
        """Who answers each question with what, in a sentence."""
        return {
            str(question): answers_sentence(self.tables, row, self.claims[str(question)])
            for question, row in self.asked.iterrows()
        }

    def findings(self, question: pd.Series) -> list[str]:
        """Return what is worked out of the answers to a question."""
        asked = question["question"]
        events = [self.by_event[event] for event in related_events(self.tables, question) if event in self.by_event]
        related = pd.concat(events) if len(events) > 1 else events[0]
        beside = Around(self.held.get(asked, self.no_side), self.pivotal.get(asked, NO_SOURCE), related)
        return finding_lines(self.view.found, question, self.claims[asked], beside)

    # --- The pages --------------------------------------------------------------------------------------------------

    def overview(self) -> Page:
        places = subject(self.tables)
        title = _("{places}: what the sources say", places=places) if places else self.site.title
        counts = self.view.count()["questions"]
        contested = int(counts.reindex(data.CONTESTED).sum())
        shown = self.view.most_contested(MOST_CONTESTED)
        every = _("All {n} contested questions →", n=contested)
        dates = picture_of_dates(self.view, MOST_DATES, SCREENS)
        return Page(
            "index.html",
            title,
            [
                element(
                    "p",
                    _(
                        "These pages compare, fact by fact, what {sources} sources say, and show where they disagree. "
                        "They never say who is right: they count, compare, and give the place in each text.",
                        sources=len(self.tables.sources),
                    ),
                ),
                element("p", count_claims(self.tables), kind="quiet"),
                element("h2", _("Where they disagree most")),
                element("p", count_contested(self.view), kind="quiet"),
                listing((self._card(row) for _place, row in shown.iterrows()), "cards"),
                EMPTY if contested else element("p", _("No contested question is among those shown.")),
                element("p", link(every, "discrepancies.html")) if contested > len(shown) else EMPTY,
                *([element("h2", _("When it happened")), Markup(dates)] if dates else []),
                element("h2", _("How to read it")),
                table(
                    [_("Verdict"), _("Questions"), _("Meaning")],
                    (
                        [
                            Markup(theme.verdict_html(verdict)),
                            _count(int(counts.get(verdict, 0))),
                            labels.meaning(verdict),
                        ]
                        for verdict in data.VERDICTS
                    ),
                ),
                element("h2", _("How it is compared")),
                Flow("<ol>", [element("li", sentence) for sentence in method_sentences()], "</ol>"),
                *_about(self.tables.about),
            ],
        )

    def _card(self, question: pd.Series) -> Markup:
        asked = self.question_link(question["question"])
        return markup(
            element("p", asked, " ", Markup(theme.verdict_html(question["verdict"]))),
            element("p", self.told[question["question"]]),
        )

    def discrepancies(self) -> Page:
        pairs = self.view.found.same_words
        echoed = set(pairs["event"]) | set(pairs["other_event"])
        items = []
        for _place, row in self.view.contested.iterrows():
            question = str(row["question"])
            short = short_sentence(self.tables, row, self.held[question], self.claims[question])
            more = [format.clauses(flags(row, echoed=row["event"] in echoed)), *cause_sentences(self.tables, row)]
            items.append(
                markup(
                    element("p", self.question_link(question, words=short)),
                    element("p", Markup(theme.verdict_html(row["verdict"])), " · ", self.told[row["question"]]),
                    *(element("p", line, kind="quiet") for line in more if line),
                )
            )
        none = _("Nothing here is contested: no answers among these sources exclude each other.")
        return Page(
            "discrepancies.html",
            _("Discrepancies"),
            [element("p", count_contested(self.view)), listing(items, "cards")] if items else [element("p", none)],
        )

    def questions(self) -> Page:
        blocks: list[Block] = []
        by_topic = self.asked.assign(label=self.asked["topic"].map(labels.term)).sort_values(["label", "title"])
        for label, part in by_topic.groupby("label"):
            blocks += [element("h2", str(label))] if label else []
            pairs = zip(part["question"], part["verdict"], strict=True)
            blocks.append(
                listing(
                    markup(self.question_link(question), " ", Markup(theme.verdict_html(verdict)))
                    for question, verdict in pairs
                )
            )
        return Page("questions.html", _("Questions"), blocks)

    def sources(self) -> Page:
        rows = self.tables.sources.to_dict("records")
        answered = self.view.claims.groupby("source")["question"].nunique()
        return Page(
            "sources.html",
            _("Sources"),
            [
                table(
                    [_("Source"), _("Publisher"), _("Published"), _("Questions")],
                    (
                        [
                            self.source_link(row["source"]),
                            row["publisher"],
                            format.date(row["published"]) if row["published"] else "",
                            _count(int(answered.get(row["source"], 0))),
                        ]
                        for row in rows
                    ),
                )
            ],
        )

    def question_pages(self) -> Iterator[Page]:
        beside = _neighbours(list(self.question_files.values()), _("Previous question"), _("Next question"))
        summaries = dict(zip(self.tables.events["event"], self.tables.events["summary"], strict=True))
        for question, row in self.asked.iterrows():
            name, claims = self.question_files[str(question)], self.records[str(question)]
            verdict = "".join(f" · {part}" for part in (origins_text(row), labels.meaning(row["verdict"])) if part)
            summary = str(summaries[row["event"]])
            yield Page(
                name,
                row["text"],
                [
                    element("p", Markup(theme.verdict_html(row["verdict"])), verdict),
                    element("p", summary) if summary else EMPTY,
                    element("p", self.told[row["question"]]),
                    *self._picture(row),
                    *(element("p", line, kind="quiet") for line in verdict_remarks(row)),
                    listing(self.findings(row)),
                    element("h2", _("The evidence")),
                    table([_("Source"), _("Value"), _("Evidence")], self._evidence(claims), "evidence"),
                ],
                beside[name],
            )

    def _picture(self, question: pd.Series) -> Sequence[Block]:
        rows = self.rows[question["question"]]
        if question["kind"] != "name":
            shown = rows.head(MOST_ANSWERS)
            more = _("{n} more", n=len(rows) - MOST_ANSWERS) if len(rows) > MOST_ANSWERS else ""
            told = markup(self.told[question["question"]])
            return [Markup(picture_of_answers(question, shown, told, more, SCREENS, LINES))]
        wholes = self.tables.references.names.containing(rows["value"])
        found: list[Block] = []
        for value, its in rows.groupby("value", sort=False):
            found.append(element("p", element("strong", name_heading(str(value), wholes))))
            found.append(
                listing(
                    markup(_glyph(row["relation"], denied=row["denies"]), " ", row["caption"])
                    for row in its.to_dict("records")
                )
            )
        return found

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each source among all."""
        return {source: place for place, source in enumerate(self.source_files)}

    def _evidence(self, claims: Sequence[_Record]) -> Iterator[Sequence[str]]:
        """Yield a row for each claim: its source, its value, and where and how it stands there."""
        for claim in sorted(claims, key=lambda claim: self.places[claim["source"]]):
            details = lines(claim_details(claim, self.names))
            yield self.source_link(claim["source"], "../"), _value(claim), details

    def source_pages(self) -> Iterator[Page]:
        beside = _neighbours(list(self.source_files.values()), _("Previous source"), _("Next source"))
        titles = dict(zip(self.tables.sources["source"], self.tables.sources["title"], strict=True))
        claims = _by(self.view.claims, "source")
        found = self.view.found.standings
        standings, nothing = _by(found, "source"), found.head(0)
        said = answers_by_source(self.view.questions, self.view.claims)
        for source, name in self.source_files.items():
            blocks = [*self._facts(source)]
            if source in claims:
                blocks += self._answers(source, claims[source], standings.get(source, nothing), said)
            yield Page(name, titles[source], blocks, beside[name])

    def _facts(self, source: str) -> Iterator[Block]:
        *known, (address, url) = source_facts(self.tables, source).items()
        told = [(what, markup(value)) for what, value in known]
        told.append((address, web_link(host(url), url) if url else markup(_("none given"))))
        rows = (markup(element("strong", what), _(": "), value) for what, value in told)
        yield element("p", stacked(rows))

    def _answers(self, source: str, claims: pd.DataFrame, standing: pd.DataFrame, said: pd.Series) -> Iterator[Block]:
        """Yield to which origins a source goes back, and its answers by how they stand beside those of others."""
        its = _records_by(claims, "question")
        yield element("p", origins_sentence(self.tables, claims, source))
        if len(standing):
            others = others_say(self.tables, standing, self.related[source], said) if source in self.related else {}
            yield element("h2", _("How its answers stand beside those of others"))
            yield element("p", standings_sentence(self.names[source], standing))
            for name, n in count_standings(standing).items():
                if n:
                    look = labels.STANDINGS[name]
                    yield element("h2", _glyph(look.drawn_as), f" {labels.standing(name)} ({format.number(n)})")
                    yield element("p", translate(look.meaning), kind="quiet")
                    yield self._told(standing.loc[standing["standing"] == name, "question"], its, others)
        older = [question for question in its if question not in set(standing["question"])]
        if older:
            counted = _(
                "{n} claim of an older edition is shown, but counted nowhere: a later edition answers here, too.",
                "{n} claims of older editions are shown, but counted nowhere: a later edition answers here, too.",
                n=sum(len(its[question]) for question in older),
            )
            yield element("p", counted, kind="quiet")
            yield self._told(older, its, {})

    def _told(
        self, questions: Iterable[str], claims: Mapping[str, Sequence[_Record]], others: Mapping[str, str]
    ) -> Flow:
        """Return what one source says on some questions, and others where they say something, as a table."""
        asked = list(questions)
        beside = any(others.get(question) for question in asked)
        rows = (
            [
                self.question_link(question, "../"),
                self._said(claims[question]),
                *([others.get(question, "")] if beside else []),
            ]
            for question in asked
        )
        return table([_("Question"), _("It says"), *([_("Others")] if beside else [])], rows, "answers")

    def _said(self, claims: Sequence[_Record]) -> Markup:
        """Return the claims of one source on one question, each with where and how it stands there."""
        found: list[Markup] = []
        for claim in claims:
            details = lines(claim_details(claim, self.names))
            found += [_value(claim), element("small", details) if details else EMPTY]
        return stacked(found)


def _count(n: int) -> Markup:
    """Return how many questions there are, on one line."""
    return element("span", _("{n} question", "{n} questions", n=n), kind="count")


def _by(frame: pd.DataFrame, column: str) -> dict[str, pd.DataFrame]:
    """Return the rows of a frame by what stands in a column."""
    return {str(key): rows for key, rows in frame.groupby(column, sort=False, observed=True)}


def _records_by(frame: pd.DataFrame, column: str) -> dict[str, list[_Record]]:
    """Return the rows of a frame as records by what stands in a column."""
    found: dict[str, list[_Record]] = {}
    for record in frame.to_dict("records"):
        found.setdefault(str(record[column]), []).append(record)
    return found


def _value(claim: _Record) -> Markup:
    value = value_with_stance(claim)
    return element("s", value) if claim["superseded"] else markup(value)


def _glyph(verdict: str, *, denied: bool = False) -> Markup:
    """Return the shape of a verdict in its colour; of a denial, a circle that is crossed out."""
    look = theme.LOOKS[verdict]
    glyph = "⊘" if denied else look.glyph
    return Markup(f'<span aria-hidden="true" style="color:{look.colour}">{glyph}</span>')


def _about(about: About | None) -> Iterator[Block]:
    """Yield what the set says of itself, as paragraphs and lists."""
    if not about or not about.text:
        return
    yield element("h2", _("About these tables"))
    for block in re.split(r"\n{2,}", about.text.strip()):
        items = re.split(r"^- ", block, flags=re.MULTILINE)
        if items[0].strip():
            yield element("p", " ".join(items[0].split()))
        if items[1:]:
            yield listing(" ".join(item.split()) for item in items[1:])


# --- Names and neighbours -------------------------------------------------------------------------------------------


def _file_names(folder: str, ids: Iterable[str]) -> dict[str, str]:
    """Return, by id, a name that every file system takes, all different even without their case."""
    taken: set[str] = set()
    names = {}
    for text in ids:
        stem = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:80] or "page"
        name, number = stem, 1
        while name in taken:
            number += 1
            name = f"{stem}--{number}"
        taken.add(name)
        names[text] = f"{folder}/{name}.html"
    return names


def _neighbours(names: Sequence[str], previous: str, following: str) -> dict[str, dict[str, str]]:
    """Return, by name, the pages before and after each, by the words for them."""
    beside: dict[str, dict[str, str]] = {name: {} for name in names}
    for before, after in pairwise(names):
        beside[before][following] = after
        beside[after][previous] = before
    return beside
