"""Who is introduced, by which parts of the name, and where they are named again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.lexicon.given_names import Gender, given_name
from newslint.text.names.given_name_use import people_named
from newslint.text.names.people import NameForm, Person, find_people


def met(*texts: str) -> dict[str, Person]:
    return {person.name: person for person in find_people(texts).persons}


@pytest.mark.parametrize(
    ("text", "given_name", "family"),
    [
        ("Norwegian Prime Minister Jonas Gahr Store spoke.", "Jonas", "Store"),
        ("Then Ursula von der Leyen spoke.", "Ursula", "von der Leyen"),
        ("Mayor Femke van Dijk spoke.", "Femke", "van Dijk"),
        ("He met Sinead O’Hara in Cork.", "Sinead", "O’Hara"),
        ("A book by Marie-Claire Dubois-Petit came out.", "Marie-Claire", "Dubois-Petit"),
        ("Syrian President Bashar al-Hakim spoke.", "Bashar", "al-Hakim"),
        ("Mr. Robert F. Adler Jr. spoke.", "Robert", "Adler"),
        ("South Korean President Lee Jae-ho spoke.", "Jae-ho", "Lee"),
        ("Leaders met Kim Jong Su there.", "Jong Su", "Kim"),
        ("Chinese diplomat Wang Jiping spoke.", "Jiping", "Wang"),
        ("US Secretary of State Antony Weller spoke.", "Antony", "Weller"),
        ("the Turkish president Kerem Bulut Aydin spoke.", "Kerem", "Aydin"),
    ],
)
def test_parts_of_a_name(text: str, given_name: str, family: str) -> None:
    [person] = find_people([text]).persons
    assert (person.given, person.family) == (given_name, family)


def test_titles_and_nationality_stand_with_the_mention() -> None:
    title = met("Estonian Prime Minister Kaja Tamm left.")["Kaja Tamm"].introduction.title
    assert title is not None
    assert (title.nationality, title.words, title.formal) == ("Estonian", "Prime Minister", True)


def test_later_mentions_come_in_order_with_their_places() -> None:
    texts = ("Olaf Berger met Mr. Holt.", "", "Berger’s aides waited. Chancellor Berger left.")
    person = met(*texts)["Olaf Berger"]
    assert [m.form for m in person.mentions] == [NameForm.FULL, NameForm.FAMILY, NameForm.FAMILY]
    assert [m.place.at.of(texts[m.place.block]) for m in person.mentions] == [
        "Olaf Berger",
        "Berger",
        "Berger",
    ]
    assert person.has_title


def test_a_shared_family_name_is_nobody_s() -> None:
    people = met("Ann Keller and Paul Keller came. Keller spoke.")
    assert [len(p.mentions) for p in people.values()] == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Paul Street is closed, and so is Elizabeth Hospital.",
        "Crowds in Hong Kong and New York cheered.",
        "Robert Keller Wins Big In State Race Over Anna Holm",
        "But Monday came and The Hague slept.",
        "The US and NATO met in Washington.",
    ],
)
def test_nobody_is_introduced(text: str) -> None:
    assert met(text) == {}


def test_gender_is_told_by_title_before_name() -> None:
    people = met("Ms. Robin Holt met Angela Stern. Sir Keith Dorn and Robin Vale watched. Li Wei left.")
    told = {name: person.gender for name, person in people.items()}
    assert told["Robin Holt"] is Gender.WOMEN
    assert told["Angela Stern"] is Gender.WOMEN
    assert told["Keith Dorn"] is Gender.MEN
    assert told["Li Wei"] is Gender.EITHER


def test_a_name_alone_is_found_with_its_block() -> None:
    people = find_people(("Olaf Berger came.", "Olaf left. Olaf Berger stayed."))
    assert [place.block for place in people.places_alone("Olaf")] == [1]


def test_some_people_are_met_as_all_are() -> None:
    texts = (
        "Bashar al-Hakim and Olaf Berger came with Anna Berger.",
        "Rain fell in Oslo on Paul Stern.",
        "Hakim left; Olaf wept. Stern and Bashar stayed.",
    )
    everybody, some = find_people(texts), people_named(texts, {"Bashar"}, {"Stern"})
    for name in ("Bashar", "Paul"):
        assert some.by_given(name) == everybody.by_given(name) != ()
        assert some.places_alone(name) == everybody.places_alone(name)
    assert some.by_given("Olaf")
    assert [person.name for person in people_named(texts, {"Paul"}).persons] == ["Paul Stern"]


def test_the_table_has_no_places_or_days() -> None:
    assert not any(map(given_name, ("Paris", "Sydney", "Virginia", "April", "Will", "Washington")))


@settings(max_examples=200)
@given(st.lists(st.text(alphabet="ABZabz .’'-alvonder\n\té王é.", max_size=60), max_size=4))
def test_any_text_can_be_read(texts: list[str]) -> None:
    for person in find_people(texts).persons:
        for mention in person.mentions:
            assert mention.place.at.of(texts[mention.place.block]).split() == mention.name.split()
