"""An article of 400 words is coded in three minutes, by keyboard alone: key presses and the machine's own waiting counted."""

import time

import pandas as pd
from playwright.sync_api import Locator, Page, expect

import data
from components.own_tables.coding import proposed
from tests.browser.app import FOCUSED, MOST_STEPS, settle, visit

FACTS = (
    "Russia reopened its embassy in Ouagadougou on 28 December 2023, after more than thirty years without one.",
    "The embassy had closed in 1992, and Burkina Faso closed its own in Moscow in 1996.",
    "Captain Ibrahim Traoré took power in a coup on 30 September 2022.",
    "He met Vladimir Putin at the summit in Saint Petersburg on 29 July 2023.",
    "Sergei Lavrov arrived in Burkina Faso late Tuesday, on a tour of four African countries.",
    "Trade between the two countries came to 3.2 million dollars in 2008, and some 100 soldiers arrived in January 2024.",
    "About 25,000 tonnes of wheat were delivered in January 2024, free of charge.",
    "On 13 October 2023 the two governments signed a memorandum on a nuclear power plant.",
)
BETWEEN = (
    "People in the market of the capital said that prices mattered more to them than alliances, and that they would "
    "judge all partners by what they did for the roads, the schools and the fields."
)
ARTICLE = "\n\n".join(f"{fact} {BETWEEN}" for fact in FACTS)
DAY = "2024-06-06"
ACCEPTED = {
    ("Ouagadougou", "russian-embassy-reopening/place"),
    ("28 December 2023", "russian-embassy-reopening/date"),
    ("1992", "russian-embassy-closure/date"),
    ("Moscow", "burkinabe-embassy-closure/place"),
    ("1996", "burkinabe-embassy-closure/date"),
    ("30 September 2022", "coup-traore/date"),
    ("Vladimir Putin", "russia-africa-summit-2023/participant"),
    ("29 July 2023", "russia-africa-summit-2023/date"),
    ("Sergei Lavrov", "lavrov-visit-2024/participant"),
    ("Tuesday", "lavrov-visit-2024/date"),
    ("January 2024", "africa-corps-arrival/date"),
    ("About 25,000 tonnes", "grain-delivery/weight"),
    ("January 2024", "grain-delivery/date"),
    ("13 October 2023", "nuclear-agreement-2023/date"),
}
CORRECTED = ("Tuesday", "late Tuesday")
A_PRESS, A_DECISION = 0.28, 1.35  # seconds, of one who types without haste (Card, Moran and Newell, 1980)
A_WORD = 0.25  # seconds, of one who reads with care (Brysbaert, 2019)
MOST_PRESSES, MOST_WAITED, MINUTES = 120, 20, 3


class Keys:
    """The keyboard of a reader: how often a key was pressed, and how long the machine took before the next."""

    def __init__(self, page: Page) -> None:
        self.page, self.presses, self.waited = page, 0, 0.0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key, delay=30)
        self.presses += 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text, delay=30)
        self.presses += len(text)

    def paste(self, text: str) -> None:
        self.page.keyboard.insert_text(text)
        self.presses += 2  # Ctrl and V

    def reach(self, target: Locator) -> None:
        while not target.evaluate(FOCUSED) and self.presses < MOST_STEPS:
            self.press("Tab")

    def wait(self) -> None:
        began = time.perf_counter()
        self.page.wait_for_timeout(500)  # in which a table hands on what was ticked, and a run begins
        settle(self.page)
        self.waited += time.perf_counter() - began


def taken_away(page: Page) -> pd.DataFrame:
    """The rows that are accepted, as the page hands them out."""
    with page.expect_download() as download:
        page.locator("[class*=st-key-new-claims_csv]").get_by_role("button").press("Enter")
    return data.open_claims({"claims.csv": download.value.path().read_bytes()})


def test_an_article_is_coded_in_three_minutes_by_keyboard_alone(page: Page, tables: data.Tables) -> None:
    assert 390 <= len(ARTICLE.split()) <= 410
    proposals = proposed(data.code_text(tables, ARTICLE, DAY))
    visit(page, "/tables")
    main, keys = page.get_by_role("main"), Keys(page)
    keys.reach(main.get_by_role("textbox", name="Text", exact=True))
    keys.paste(ARTICLE)
    for text in ("", DAY, "article"):
        keys.type(text)
        keys.press("Tab")
        keys.wait()
    for _button in ("Search", "Fullscreen", "the first cell"):
        keys.press("Tab")
    for wording, question in proposals[["wording", "question"]].itertuples(index=False):
        if (wording, question) in ACCEPTED:
            keys.press("Space")
        if (wording, question) in ACCEPTED and wording == CORRECTED[0]:
            keys.press("ArrowRight")
            keys.press("Enter")
            expect(page.locator("textarea:focus")).to_have_value(wording)  # a reader sees that the cell is open
            keys.press("Home")
            keys.type(CORRECTED[1].removesuffix(CORRECTED[0]))
            keys.press("Enter")  # which moves down, too
            expect(page.locator("canvas td", has_text=CORRECTED[1])).to_have_count(1)  # which a reader sees
            expect(page.locator("canvas:focus, canvas :focus")).to_have_count(1)  # the table takes keys again
            keys.press("ArrowLeft")
        else:
            keys.press("ArrowDown")
    keys.wait()
    expect(main.get_by_role("heading", name="Claim by claim")).to_be_visible()
    claims = taken_away(page)
    for _try in range(20):  # a table hands on the last tick when it has come to rest
        if len(claims) == len(ACCEPTED):
            break
        page.wait_for_timeout(250)
        claims = taken_away(page)
    wordings = claims["stated"].replace(CORRECTED[1], CORRECTED[0])
    assert set(zip(wordings, claims["event"] + "/" + claims["attribute"], strict=True)) == ACCEPTED
    assert CORRECTED[1] in set(claims["stated"])
    assert set(claims["source"]) == {"article"}
    assert len(claims) == len(ACCEPTED)

    assert keys.presses <= MOST_PRESSES
    assert keys.waited <= MOST_WAITED
    read = A_WORD * len(ARTICLE.split())
    assert read + A_DECISION * len(proposals) + A_PRESS * keys.presses + keys.waited <= 60 * MINUTES
