"""Load a question bank from files: what is good joins, what is broken is told with its place."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from coachkit.bank import load
from coachkit.bank.bank import Bank
from coachkit.bank.load import load_bank, load_files, yaml_files
from coachkit.errors import InputError
from coachkit.practice import Practice

RECIPE = "id: {id}\ntitel: T\nminuten: 10\nonderdelen:\n"


def question(id_: str, **more: str) -> str:
    keys = {"vraag": f"Wat is {id_}?", "vraag_u": f"Wat is {id_}?", "categorie": "pijn", **more}
    return "  - {" + ", ".join(f"{k}: {v}" for k, v in {"id": id_, **keys}.items()) + "}\n"


def question_set(*questions: str) -> str:
    return "naam: Set\nvragen:\n" + "".join(questions)


def recipe(id_: str, *sections: str, more: str = "") -> str:
    return RECIPE.format(id=id_) + "".join(f"  - {{{s}}}\n" for s in sections) + more


class Folder:
    """A folder with files of a bank; each file is named in the order in which it is loaded."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self, *texts: str) -> Bank:
        self.path.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(texts):
            (self.path / f"{number}.yaml").write_text(text, encoding="utf-8")
        return load_files(yaml_files(self.path))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def told(bank: Bank) -> list[str]:
    return [f"{Path(p.path).name}:{p.line}:{p.column}: {p.message}" for p in bank.problems]


def test_questions_and_recipes_are_found_by_id(folder: Folder) -> None:
    bank = folder.load(
        question_set(question("een")), recipe("blad", "vraag: een", "categorie: verlangen")
    )
    assert bank.problems == ()
    assert list(bank.questions) == ["een"]
    assert list(bank.recipes) == ["blad"]
    assert [found.name for found in bank.sets] == ["Set"]


def test_a_recipe_may_name_a_question_of_a_later_file(folder: Folder) -> None:
    bank = folder.load(
        recipe("blad", "vraag: een", "categorie: verlangen"), question_set(question("een"))
    )
    assert bank.problems == ()


def test_a_file_that_is_neither_is_told(folder: Folder) -> None:
    bank = folder.load("naam: iets\n", "- een\n", "tekst\n")
    said = "dit is geen vragenset, werkvorm, verwijskaart of tekstwerkvorm"
    assert told(bank) == [f"{n}.yaml:1:1: {said}" for n in range(3)]


def test_all_problems_of_all_files_are_told_and_the_good_files_still_load(folder: Folder) -> None:
    bank = folder.load(
        question_set(question("een", minutn="3"), question("twee", diepte="ondiep")),
        "a: [\n",
        question_set(question("drie")),
    )
    assert told(bank) == [
        "0.yaml:3:82: de sleutel 'minutn' is onbekend",
        "0.yaml:4:85: 'diepte' kan geen 'ondiep' zijn",
        "1.yaml:2:1: een haakje [ of { mist zijn einde, of een komma ontbreekt",
    ]
    assert list(bank.questions) == ["drie"]


# Ids


def test_a_doubled_id_in_one_file_is_told(folder: Folder) -> None:
    bank = folder.load(question_set(question("een"), question("een")))
    assert told(bank) == ["0.yaml:4:10: de id 'een' is al in gebruik (in dit bestand)"]
    assert bank.questions == {}


def test_a_doubled_id_in_another_file_is_told_with_that_file(folder: Folder) -> None:
    bank = folder.load(question_set(question("een")), question_set(question("een")))
    [problem] = bank.problems
    assert problem.message == "de id 'een' is al in gebruik (in 0.yaml)"
    assert problem.rule == "dubbele-id"
    assert "vervangt: een" in problem.cure
    assert list(bank.questions) == ["een"]


def test_a_question_and_a_recipe_may_not_share_an_id(folder: Folder) -> None:
    bank = folder.load(question_set(question("een")), recipe("een", "categorie: verlangen"))
    assert told(bank)[0].startswith("1.yaml:1:5: de id 'een' is al in gebruik")


# Replacing


def test_a_replacement_takes_the_place_and_answers_to_the_old_id(folder: Folder) -> None:
    bank = folder.load(
        question_set(question("een"), question("twee")),
        question_set(question("nieuw", vervangt="een"), question("extra")),
        recipe("blad", "vraag: een", "categorie: verlangen"),
    )
    assert bank.problems == ()
    assert list(bank.questions) == ["nieuw", "twee", "extra"]
    assert bank.question("een").id == "nieuw"


def test_a_replacement_may_keep_the_id(folder: Folder) -> None:
    bank = folder.load(
        question_set(question("een")),
        question_set(question("een", vervangt="een", minuten="9")),
    )
    assert bank.problems == ()
    assert bank.question("een").minutes == 9


def test_a_replacement_may_be_replaced(folder: Folder) -> None:
    bank = folder.load(
        question_set(question("een")),
        question_set(question("twee", vervangt="een")),
        question_set(question("drie", vervangt="twee")),
        recipe("blad", "vraag: een", "categorie: verlangen"),
    )
    assert bank.problems == ()
    assert bank.question("een").id == "drie"
    assert list(bank.questions) == ["drie"]


def test_a_recipe_may_be_replaced(folder: Folder) -> None:
    bank = folder.load(
        recipe("blad", "categorie: verlangen"),
        recipe("eigen", "categorie: verlangen", more="vervangt: blad\n"),
    )
    assert bank.recipe("blad").id == "eigen"
    assert list(bank.recipes) == ["eigen"]


@pytest.mark.parametrize("old", ["weg", "blad"])
def test_what_is_not_there_cannot_be_replaced(folder: Folder, old: str) -> None:
    bank = folder.load(
        recipe("blad", "categorie: verlangen"), question_set(question("een", vervangt=old))
    )
    [problem] = bank.problems
    assert problem.message == f"'vervangt' noemt '{old}', en zo'n vraag is er niet (meer)"
    assert problem.rule == "verwijzing"


def test_a_recipe_that_is_not_there_cannot_be_replaced(folder: Folder) -> None:
    bank = folder.load(recipe("blad", "categorie: verlangen", more="vervangt: weg\n"))
    assert "zo'n werkvorm is er niet" in bank.problems[0].message


def test_two_replacements_of_one_question_are_told(folder: Folder) -> None:
    old = question_set(question("een"))
    new = [question("twee", vervangt="een"), question("drie", vervangt="een")]
    together = folder.load(old, question_set(*new))
    assert [p.message for p in together.problems] == ["'een' is in dit bestand al vervangen"]
    apart = Folder(folder.path / "apart").load(old, *(question_set(q) for q in new))
    assert [p.rule for p in apart.problems] == ["verwijzing"]
    assert list(apart.questions) == ["twee"]


def test_a_circle_of_replacements_cannot_arise(folder: Folder) -> None:
    bank = folder.load(
        question_set(question("een")),
        question_set(question("twee", vervangt="een")),
        question_set(question("een", vervangt="twee")),
    )
    assert [p.rule for p in bank.problems] == ["dubbele-id"]
    assert bank.question("een").id == "twee"


# Recipes against the bank


def test_a_recipe_with_a_question_that_is_not_there_is_left_out(folder: Folder) -> None:
    bank = folder.load(recipe("blad", "categorie: pijn", "vraag: weg"))
    assert told(bank) == ["0.yaml:6:13: de vraag 'weg' staat niet in de vraagbank"]
    assert bank.recipes == {}


WHO = "lijsten: {wie: [{id: zus, je: de zus}, {id: baas, je: de baas}]}"


def test_a_recipe_may_name_a_wording_of_a_pattern(folder: Folder) -> None:
    texts = dict.fromkeys(("vraag", "vraag_u"), "Wat wil {{ keuze.wie }}?")
    patterns = question_set(question("een", **{k: f'"{t}"' for k, t in texts.items()}))
    bank = folder.load(
        WHO + "\n" + patterns,
        recipe("blad", "vraag: een-baas", "categorie: verlangen"),
        recipe("ander", "vraag: een-oom", "categorie: verlangen"),
    )
    assert [p.message for p in bank.problems] == ["de vraag 'een-oom' staat niet in de vraagbank"]
    assert bank.recipes["blad"].sections[0].fixed == ("een-baas",)
    assert bank.question("een-baas").text == "Wat wil de baas?"


def test_a_question_in_a_broken_file_is_not_told_twice(folder: Folder) -> None:
    bank = folder.load(
        question_set(question("een", minutn="3")), recipe("blad", "vraag: een", "vraag: weg")
    )
    assert [p.message for p in bank.problems] == [
        "de sleutel 'minutn' is onbekend",
        "de vraag 'weg' staat niet in de vraagbank",
    ]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"vervallen": "true"}, "de vraag 'een' is vervallen"),
        ({"doelgroep": "coach"}, "de vraag 'een' is voor een coach"),
    ],
)
def test_a_recipe_may_not_ask_what_cannot_be_asked(
    folder: Folder, more: dict[str, str], message: str
) -> None:
    bank = folder.load(
        question_set(question("een", **more)),
        recipe("blad", "vraag: een", "categorie: verlangen"),
    )
    assert told(bank) == [f"1.yaml:5:13: {message}"]
    assert bank.recipes == {}


def test_a_recipe_may_not_ask_a_question_twice(folder: Folder) -> None:
    bank = folder.load(
        question_set(question("een", categorie="verlangen")),
        recipe("blad", "vraag: een", "vraag: een"),
    )
    assert told(bank) == ["1.yaml:6:13: de vraag 'een' staat twee keer in deze werkvorm"]


@pytest.mark.parametrize(
    "id_", ["durft-niet", "pijn-durft-niet", "actie-plan", "plan-bij-terugval-nu"]
)
def test_an_id_may_not_name_a_situation_or_a_phase(folder: Folder, id_: str) -> None:
    bank = folder.load(question_set(question(id_)), recipe(id_, "categorie: verlangen"))
    assert len(bank.problems) == 2
    assert all("cliënten kunnen een id zien" in p.message for p in bank.problems)


def test_an_id_may_hold_the_letters_of_a_phase(folder: Folder) -> None:
    assert folder.load(question_set(question("reactie-op-nee"))).problems == ()


@pytest.mark.parametrize("text", ["- vragen\n", "vragen: geen\n", "vragen: [a, {b: c}]\n"])
def test_a_broken_file_without_ids_does_no_harm(folder: Folder, text: str) -> None:
    assert folder.load(text).problems


def test_keys_in_english_are_refused(folder: Folder) -> None:
    bank = folder.load(question_set(question("een")).replace("vraag: ", "text: "))
    assert {p.message for p in bank.problems} == {
        "'vraag' ontbreekt",
        "de sleutel 'text' is onbekend",
    }


@pytest.mark.parametrize(
    ("sections", "messages"),
    [
        (["categorie: pijn", "categorie: verlangen"], []),
        (["categorie: pijn", "categorie: pijn", "categorie: grenzen"], []),
        (["categorie: verlangen", "categorie: pijn"], ["'pijn' komt hier te laat", "eindigt"]),
        (["categorie: grenzen", "categorie: gevolgen"], ["'gevolgen' komt hier te laat"]),
        (["categorie: verlangen", "vraag: een"], ["'pijn' komt hier te laat", "eindigt niet met"]),
        (["categorie: pijn"], ["een werkblad eindigt niet met pijn"]),
        (["categorie: grenzen", "vraag: plan"], []),
        (["categorie: grenzen", "categorie: kleine-stappen, soort: als-dan"], []),
        (["categorie: pijn", "labels: [last]"], []),
        (["categorie: pijn", "labels: [a]", "labels: [b]"], ["twee onderdelen zonder categorie"]),
    ],
)
def test_the_categories_of_a_worksheet_keep_their_order(
    folder: Folder, sections: list[str], messages: list[str]
) -> None:
    plan = question("plan", categorie="kleine-stappen", antwoord="{soort: als-dan}")
    bank = folder.load(question_set(question("een"), plan), recipe("blad", *sections))
    assert len(bank.problems) == len(messages)
    assert all(part in p.message for part, p in zip(messages, bank.problems, strict=True))
    assert all(p.rule in ("volgorde", "pijn-afronding") and p.line >= 5 for p in bank.problems)
    assert list(bank.recipes) == ([] if messages else ["blad"])


@pytest.mark.parametrize("more", ["doelgroep: coach\n", "soort: gesprek\n", "soort: kaart\n"])
def test_what_is_no_worksheet_of_a_client_may_have_any_order(folder: Folder, more: str) -> None:
    bank = folder.load(recipe("blad", "categorie: verlangen", "categorie: pijn", more=more))
    if "gesprek" in more:
        assert "'soort' kan geen 'gesprek' zijn" in bank.problems[0].message
    else:
        assert bank.problems == ()


# Where files are


def test_hidden_files_schemas_and_other_kinds_of_files_are_skipped(tmp_path: Path) -> None:
    names = [
        "b.yaml",
        "a/z.yml",
        ".verborgen.yaml",
        ".ipynb_checkpoints/b.yaml",
        "schema/vragenset.yaml",
        "leesmij.md",
        "map.yaml/c.yaml",
        "X2.YAML",
    ]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = [str(path.relative_to(tmp_path)) for path in yaml_files(tmp_path)]
    assert found == ["X2.YAML", "a/z.yml", "b.yaml", "map.yaml/c.yaml"]


def test_a_folder_within_a_hidden_folder_is_read_when_it_is_named(tmp_path: Path) -> None:
    inside = tmp_path / ".eigen" / "schema"
    inside.mkdir(parents=True)
    (inside / "a.yaml").write_text("x")
    assert len(list(yaml_files(inside))) == 1


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shipped bank with one question, and no installed packages."""
    path = tmp_path / "meegeleverd"
    Folder(path).load(question_set(question("een")))
    monkeypatch.setattr(load, "data_folder", lambda name: path)
    monkeypatch.setattr(load, "entry_points", lambda group: [])
    return path


@pytest.fixture
def own_practice(tmp_path: Path) -> Path:
    """A practice that replaces the shipped question."""
    own = tmp_path / "praktijk"
    Folder(own / "vraagbank").load(question_set(question("eigen", vervangt="een")))
    return own


def test_the_practice_may_add_and_replace(shipped: Path, own_practice: Path) -> None:
    for practice in (own_practice, str(own_practice), Practice(folder=own_practice)):
        assert list(load_bank(practice).questions) == ["eigen"]
    for practice in (None, shipped, Practice()):
        assert list(load_bank(practice).questions) == ["een"]


def test_a_broken_file_stops_unless_one_is_lenient(shipped: Path) -> None:
    (shipped / "kapot.yaml").write_text("a: [\n")
    with pytest.raises(InputError, match=r"kapot\.yaml:2:1: een haakje"):
        load_bank()
    bank = load_bank(lenient=True)
    assert list(bank.questions) == ["een"]
    assert len(bank.problems) == 1


def test_installed_packages_bring_their_folders(
    shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site" / "coachpakket"
    Folder(package / "vragen").load(question_set(question("pakket")))
    (package / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    points = [
        EntryPoint("c", "coachpakket:vragen", load.GROUP),
        EntryPoint("b", "coachpakket:geen_map", load.GROUP),
        EntryPoint("a", "geen_pakket", load.GROUP),
        EntryPoint("d", "sys", load.GROUP),
    ]
    monkeypatch.setattr(load, "entry_points", lambda group: points if group == load.GROUP else [])
    assert list(load_bank().questions) == ["een", "pakket"]
    monkeypatch.setattr(load, "entry_points", lambda group: [EntryPoint("a", "coachpakket", group)])
    assert list(load_bank().questions) == ["een", "pakket"]
    (package / "__init__.py").unlink()  # a package needs none
    assert list(load_bank().questions) == ["een", "pakket"]


LISTS = """lijsten:
  ander:
    - {id: vriend, je: een vriend}
    - {id: ik, je: je oudere ik, u: uw oudere ik}
"""


def pattern(id_: str) -> str:
    text = '"Wat zegt {{ keuze.ander }}?"'
    return question(id_, vraag=text, vraag_u=text)


def test_the_questions_of_a_pattern_are_found_by_their_own_ids(folder: Folder) -> None:
    bank = folder.load("naam: Set\n" + LISTS + "vragen:\n" + pattern("tip"))
    assert bank.problems == ()
    assert bank.question("tip-ik").text == "Wat zegt je oudere ik?"
    assert bank.question("tip-ik").text_formal == "Wat zegt uw oudere ik?"
    assert bank.question("tip").is_pattern


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("je: een vriend}", "je: een vriend, u: je vriend}", "'u' zegt 'je'"),
        (", u: uw oudere ik", "", "'u' ontbreekt"),
        ("id: vriend", "id: Vriend", "'id' heeft een vorm die niet kan"),
        ("je: een vriend", "je: 12", "'je' wordt gelezen als getal"),
    ],
)
def test_a_wrong_list_is_told_once_however_many_questions_use_it(
    folder: Folder, old: str, new: str, message: str
) -> None:
    lists = LISTS.replace(old, new)
    bank = folder.load("naam: Set\n" + lists + "vragen:\n" + pattern("een") + pattern("twee"))
    places = {line.partition(": ")[0] for line in told(bank)}
    assert message in told(bank)[0]
    assert len(places) == 1
    assert bank.problems[0].line in (4, 5)


def test_the_id_of_a_pattern_question_may_not_be_in_use(folder: Folder) -> None:
    bank = folder.load(
        "naam: Set\n" + LISTS + "vragen:\n" + pattern("tip") + question("tip-vriend")
    )
    assert told(bank) == ["0.yaml:8:10: de id 'tip-vriend' is al in gebruik (in dit bestand)"]


def test_the_id_of_a_pattern_question_may_not_name_a_phase(folder: Folder) -> None:
    lists = LISTS.replace("id: vriend", "id: actie")
    bank = folder.load("naam: Set\n" + lists + "vragen:\n" + pattern("tip"))
    assert "'tip-actie' noemt 'actie'" in told(bank)[0]


def test_a_pattern_may_be_replaced_by_one_with_the_same_ids(folder: Folder) -> None:
    old = "naam: Set\n" + LISTS + "vragen:\n" + pattern("tip")
    new = old.replace("id: tip,", "id: tip, vervangt: tip,").replace("Wat zegt", "Wat vindt")
    bank = folder.load(old, new)
    assert told(bank) == []
    assert bank.question("tip-vriend").text == "Wat vindt een vriend?"


def test_a_section_may_list_alternatives_for_a_fixed_question(folder: Folder) -> None:
    bank = folder.load(
        question_set(question("een"), question("twee")),
        recipe("blad", "vraag: [een, twee]", "categorie: verlangen"),
    )
    assert told(bank) == []


@pytest.mark.parametrize(
    ("section", "place", "message"),
    [
        ("vraag: [een, weg]", "1.yaml:5:19", "de vraag 'weg' staat niet in de vraagbank"),
        ("vraag: [een, een]", "1.yaml:5:19", "de vraag 'een' staat twee keer"),
        ("vraag: [een, anders]", "1.yaml:5:19", "de vraag 'anders' kan 'een' niet vervangen"),
        ("vraag: [een, plan]", "1.yaml:5:19", "de vraag 'plan' kan 'een' niet vervangen"),
    ],
)
def test_an_alternative_that_cannot_be_is_told_at_its_place(
    folder: Folder, section: str, place: str, message: str
) -> None:
    bank = folder.load(
        question_set(
            question("een"),
            question("anders", categorie="grenzen"),
            question("plan", antwoord="{soort: als-dan}"),
        ),
        recipe("blad", section, "categorie: verlangen"),
    )
    assert told(bank)[0].startswith(f"{place}: {message}")


CARD = """id: hulp
naam: Hulp
nagekeken: 2026-11-22
afspraken: [{tekst: Bel je collega., tekst_u: Bel uw collega.}]
hulp:
  - {id: huisarts, naam: Huisarts, bereikbaar: overdag, waarvoor: klachten}
signalen:
  - {id: moe, signaal: De cliënt is moe., hulp: [huisarts], spoed: rustig, zin: Zullen we bellen?}
"""


SHOWN = "gegevens: hulp\ndoelgroep: coach\n"


def test_a_recipe_may_show_a_referral_card(folder: Folder) -> None:
    bank = folder.load(CARD, recipe("blad", "labels: feiten", more=SHOWN))
    assert told(bank) == []
    assert bank.card("hulp").signals[0].help == ("huisarts",)


def test_a_practice_replaces_a_card_by_one_of_its_own(folder: Folder) -> None:
    own = CARD.replace("id: hulp\n", "id: eigen\nvervangt: hulp\n").replace("overdag", "altijd")
    bank = folder.load(
        CARD,
        own,
        recipe("blad", "labels: feiten", more=SHOWN),
    )
    assert told(bank) == []
    assert bank.card("hulp").help[0].reach == "altijd"


def test_what_is_wrong_with_a_card_is_told_with_its_place(folder: Folder) -> None:
    bank = folder.load(
        CARD.replace("[huisarts]", "[dokter]"),
        CARD.replace("id: hulp\n", "id: a\n").replace(", tekst_u: Bel uw collega.", ""),
        CARD.replace("id: hulp\n", "id: b\n").replace("rustig", "ooit"),
    )
    assert [line.partition(": ")[2] for line in told(bank)] == [
        "'moe' noemt de hulp 'dokter', en die is er niet",
        "'tekst_u' ontbreekt",
        "'spoed' kan geen 'ooit' zijn",
    ]


def test_a_recipe_with_unknown_data_is_told(folder: Folder) -> None:
    bank = folder.load(recipe("blad", "categorie: verlangen", more="gegevens: weg\n"))
    assert told(bank) == ["0.yaml:6:11: de gegevens 'weg' staan niet in de vraagbank"]


def test_the_card_of_a_coach_is_not_for_a_client(folder: Folder) -> None:
    shown = recipe("blad", "categorie: verlangen", more="gegevens: hulp\n")
    assert told(folder.load(CARD, shown)) == ["1.yaml:6:11: de gegevens 'hulp' zijn voor een coach"]
