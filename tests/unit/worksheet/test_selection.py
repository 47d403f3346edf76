"""Selection: filters, score, minutes, order law, seed, reasons, and errors that help."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit.bank.bank import Bank
from coachkit.errors import SelectionError
from coachkit.model import Brief, Question, Recipe
from coachkit.vocabulary import Audience, Category, Phase, Situation
from coachkit.worksheet.candidates import Wishes, wishes_of
from coachkit.worksheet.selection import select_questions, why_not


def question(id_: str, category: str = "pijn", **more: object) -> Question:
    """Return an invented question."""
    base = {"id": id_, "vraag": f"Wat is {id_}?", "vraag_u": f"Wat is {id_}?"}
    return Question.model_validate({**base, "categorie": category, "minuten": 2, **more})


def recipe(*sections: dict[str, object], **more: object) -> Recipe:
    """Return an invented recipe."""
    base = {"id": "proef", "titel": "Proef", "minuten": 60, "onderdelen": list(sections)}
    return Recipe.model_validate({**base, **more})


def bank(*questions: Question, recipes: tuple[Recipe, ...] = ()) -> Bank:
    """Return a bank of some questions."""
    return Bank({q.id: q for q in questions}, {r.id: r for r in recipes})


ANYONE = wishes_of(Brief(name="Sanne"), Audience.CLIENT, coach="")
PLAN = question("plan", "kleine-stappen", antwoord={"soort": "als-dan"})


def chosen(bank_: Bank, recipe_: Recipe, wishes: Wishes = ANYONE, **more: object) -> list[str]:
    """Return the ids that were chosen."""
    options = {"minutes": None, "seed": 1, **more}
    picks = select_questions(bank_, recipe_, wishes, **options).picks  # type: ignore[arg-type]
    return [pick.question.id for pick in picks]


@pytest.mark.parametrize(
    ("unfit", "wishes", "why"),
    [
        ({"fasen": ["actie"]}, ANYONE, "bepaalde fase"),
        ({"fasen": ["actie"]}, replace(ANYONE, phase=Phase.DECISION), "andere fase"),
        ({"situaties": ["durft-niet"]}, ANYONE, "bepaalde situatie"),
        ({"labels": ["werk"]}, ANYONE, "werk"),
        ({"vraag": "Hoe lukt {{ doel.te }}?"}, ANYONE, "doel.te"),
        ({}, replace(ANYONE, asked=frozenset({"unfit"})), "eerder"),
        ({"vervangt": "old"}, replace(ANYONE, asked=frozenset({"old"})), "eerder"),
        ({"vervallen": True}, ANYONE, "vervallen"),
        ({"alleen_op_naam": True}, ANYONE, "werkvorm"),
        ({"doelgroep": "coach"}, ANYONE, "coach"),
        (
            {"antwoord": {"soort": "balans"}},
            replace(ANYONE, phase=Phase.CONTEMPLATION),
            "twijfelt",
        ),
    ],
)
def test_what_does_not_fit_is_never_chosen_and_says_why(
    unfit: dict[str, object], wishes: Wishes, why: str
) -> None:
    bad, good = question("unfit", **unfit), question("fit")
    bank_ = bank(bad, good)
    plan = recipe({"categorie": "pijn"}, soort="kaart")
    for seed in range(20):
        assert chosen(bank_, plan, wishes, seed=seed) == ["fit"]
    assert why in "; ".join(why_not(bad, bank_, wishes))
    assert not why_not(good, bank_, wishes)


def test_a_world_that_the_brief_names_opens_its_questions() -> None:
    brief = Brief(name="Sanne", worlds=["werk"])
    wishes = wishes_of(brief, Audience.CLIENT, coach="")
    assert chosen(
        bank(question("q", labels=["werk"])), recipe({"categorie": "pijn"}, soort="kaart"), wishes
    )


def test_a_named_match_mostly_wins_from_questions_for_all() -> None:
    wishes = replace(ANYONE, phase=Phase.ACTION, situation=Situation.DARES_NOT)
    named = question("named", fasen=["actie"], situaties=["durft-niet"])
    bank_ = bank(*(question(f"q{i}") for i in range(10)), named)
    plan = recipe({"categorie": "pijn"}, soort="kaart")
    won = sum(chosen(bank_, plan, wishes, seed=seed) == ["named"] for seed in range(100))
    assert 60 <= won < 100  # of eleven questions; by chance alone it would be nine


def test_seeds_give_different_sheets_and_one_seed_the_same() -> None:
    bank_ = bank(*(question(f"q{i}") for i in range(30)))
    plan = recipe({"categorie": "pijn", "aantal": 3}, soort="kaart")
    sheets = [tuple(chosen(bank_, plan, seed=seed)) for seed in range(12)]
    assert len(set(sheets)) > 8
    assert sheets == [tuple(chosen(bank_, plan, seed=seed)) for seed in range(12)]


def test_answer_kinds_vary() -> None:
    opens = [question(f"o{i}") for i in range(10)]
    scales = [
        question(f"s{i}", antwoord={"soort": "schaal", "laag": "a", "hoog": "b"}) for i in range(10)
    ]
    plan = recipe({"categorie": "pijn", "aantal": 2}, soort="kaart")
    for seed in range(20):
        kinds = {id_[0] for id_ in chosen(bank(*opens, *scales), plan, seed=seed)}
        assert kinds == {"o", "s"}


def test_section_filters_by_label_kind_and_depth() -> None:
    questions = (
        question("a", labels=["last"]),
        question("b", antwoord={"soort": "tekenvak"}),
        question("c", diepte="diep"),
        question("d"),
    )
    for filter_, id_ in (
        ({"labels": "last"}, "a"),
        ({"soort": "tekenvak"}, "b"),
        ({"diepte": "diep"}, "c"),
    ):
        plan = recipe({"categorie": "pijn", **filter_}, soort="kaart")
        assert chosen(bank(*questions), plan) == [id_]


def test_the_time_is_kept_and_what_is_left_out_is_told() -> None:
    questions = [question(f"q{i}", minuten=m) for i, m in enumerate((2, 3, 5, 8, 8, 8))]
    plan = recipe({"categorie": "pijn", "aantal": 4}, {"categorie": "pijn"}, soort="kaart")
    for seed in range(30):
        selection = select_questions(bank(*questions), plan, ANYONE, minutes=10, seed=seed)
        assert sum(pick.question.minutes for pick in selection.picks) <= 10
        assert {id(pick.section) for pick in selection.picks} == {id(s) for s in plan.sections}
        assert "weggelaten" in selection.notes[0]


def test_too_little_time_names_the_minutes_that_are_needed() -> None:
    plan = recipe({"categorie": "pijn"}, {"categorie": "verlangen"}, soort="kaart")
    bank_ = bank(question("a", minuten=6), question("b", "verlangen", minuten=7))
    with pytest.raises(SelectionError, match=r"minuten: 5 is te weinig.*minstens 13"):
        select_questions(bank_, plan, ANYONE, minutes=5, seed=1)


def test_too_few_questions_say_which_wish_to_loosen() -> None:
    bank_ = bank(
        question("a"), question("b", situaties=["durft-niet"]), question("c", labels=["x"])
    )
    plan = recipe({"kop": "Nu", "categorie": "pijn", "aantal": 3, "labels": ["x"]}, soort="kaart")
    with pytest.raises(SelectionError) as caught:
        chosen(bank_, plan, replace(ANYONE, asked=frozenset({"c"})))
    assert "'Nu'" in str(caught.value)
    assert "0 van de 3" in str(caught.value)
    assert "al eerder gesteld" in str(caught.value)


def test_an_empty_category_asks_for_questions() -> None:
    with pytest.raises(SelectionError, match="voeg vragen toe"):
        chosen(bank(question("a")), recipe({"categorie": "grenzen"}, soort="kaart"))


def test_two_sections_that_want_the_same_question_are_told() -> None:
    plan = recipe({"categorie": "pijn"}, {"categorie": "pijn"}, soort="kaart")
    with pytest.raises(SelectionError, match="andere onderdelen vragen hetzelfde"):
        chosen(bank(question("a")), plan)


def test_a_fixed_question_that_cannot_be_filled_is_told() -> None:
    fixed = question("goal", vraag="Hoe lukt {{ doel.te }}?")
    with pytest.raises(SelectionError, match=r"doel\.te"):
        chosen(bank(fixed), recipe({"vraag": "goal"}, soort="kaart"))


def test_a_fixed_balance_is_not_for_who_doubts() -> None:
    fixed = question("weigh", "gevolgen", antwoord={"soort": "balans"})
    wishes = replace(ANYONE, phase=Phase.PRECONTEMPLATION)
    with pytest.raises(SelectionError, match="voorbeschouwing"):
        chosen(bank(fixed), recipe({"vraag": "weigh"}), wishes)


def test_the_plan_moves_to_the_end_when_deciding() -> None:
    bank_ = bank(PLAN, question("g", "grenzen"))
    plan = recipe({"vraag": "plan"}, {"categorie": "grenzen"})
    assert chosen(bank_, plan, replace(ANYONE, phase=Phase.DECISION)) == ["g", "plan"]
    assert chosen(bank_, plan, replace(ANYONE, phase=Phase.RELAPSE)) == ["plan", "g"]


def test_a_plan_is_added_when_the_recipe_has_none() -> None:
    bank_ = bank(PLAN, question("v", "verlangen"))
    plan = recipe({"categorie": "verlangen"})
    assert chosen(bank_, plan, replace(ANYONE, phase=Phase.ACTION)) == ["v", "plan"]
    assert chosen(bank_, plan) == ["v"]


def test_one_sheet_does_not_get_two_plans() -> None:
    plans = [
        question(f"plan{i}", "kleine-stappen", antwoord={"soort": "als-dan"}) for i in range(9)
    ]
    bank_ = bank(PLAN, *plans, question("k", "kleine-stappen"))
    plan = recipe({"categorie": "kleine-stappen"}, {"vraag": "plan"})
    assert all(chosen(bank_, plan, seed=seed) == ["k", "plan"] for seed in range(20))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([None, *Phase]))
def test_a_label_section_never_breaks_the_order(seed: int, phase: Phase | None) -> None:
    questions = [
        question(f"{category}-{i}", category, labels=["x"])
        for category in Category
        for i in range(3)
    ]
    plan = recipe(
        {"categorie": "verlangen"}, {"labels": "x", "aantal": 4}, {"categorie": "grenzen"}
    )
    last = recipe({"labels": "x", "aantal": 3})
    for plan_, pain_allowed in ((plan, False), (last, True)):
        ids = chosen(bank(PLAN, *questions), plan_, replace(ANYONE, phase=phase), seed=seed)
        ranks = [Category(id_.rpartition("-")[0]).rank for id_ in ids if id_ != "plan"]
        assert ranks == sorted(ranks)
        assert pain_allowed or Category.PAIN.rank not in ranks
        assert ranks[-1] != Category.PAIN.rank


def test_reasons_are_sentences_for_the_coach() -> None:
    wishes = replace(ANYONE, phase=Phase.ACTION, situation=Situation.DARES_NOT)
    bank_ = bank(
        question("a", fasen=["actie"], situaties=["durft-niet"]), question("b", "verlangen"), PLAN
    )
    plan = recipe({"categorie": "pijn"}, {"categorie": "verlangen"}, {"vraag": "plan"})
    picks = select_questions(bank_, plan, wishes, minutes=None, seed=1).picks
    reasons = [pick.reason for pick in picks]
    assert "'durft niet'" in reasons[0]
    assert "'actie'" in reasons[0]
    assert "elke situatie" in reasons[1]
    assert "Vast onderdeel" in reasons[2]
    assert all(reason.endswith(".") and reason.count(". ") == 0 for reason in reasons)


def test_a_large_pool_is_sampled_from_the_best_matches() -> None:
    named = [question(f"n{i}", situaties=["durft-niet"]) for i in range(500)]
    other = [question(f"o{i}") for i in range(600)]
    wishes = replace(ANYONE, situation=Situation.DARES_NOT)
    (id_,) = chosen(bank(*other, *named), recipe({"categorie": "pijn"}, soort="kaart"), wishes)
    assert id_.startswith("n")


PEOPLE = [{"id": id_, "je": f"een {id_}"} for id_ in ("vriend", "buur", "kat")]
PATTERN = question(
    "p",
    vraag="Wat zegt {{ keuze.ander }}?",
    vraag_u="Wat zegt {{ keuze.ander }}?",
    lijsten={"ander": PEOPLE},
)
ONE_PAIN = recipe({"categorie": "pijn"}, {"categorie": "verlangen"})
DESIRE = question("v", "verlangen")


def with_asked(*ids: str) -> Wishes:
    return replace(ANYONE, asked=frozenset(ids))


def test_of_a_pattern_one_wording_is_drawn_by_the_seed() -> None:
    bank_ = bank(PATTERN, DESIRE)
    drawn = {chosen(bank_, ONE_PAIN, seed=seed)[0] for seed in range(30)}
    assert drawn == {"p-vriend", "p-buur", "p-kat"}
    assert chosen(bank_, ONE_PAIN, seed=3) == chosen(bank_, ONE_PAIN, seed=3)


def test_a_wording_that_was_asked_is_not_drawn_again_and_the_others_are() -> None:
    bank_ = bank(PATTERN, DESIRE)
    for seed in range(10):
        assert chosen(bank_, ONE_PAIN, with_asked("p-vriend", "p-kat"), seed=seed)[0] == "p-buur"


def test_a_pattern_whose_wordings_were_all_asked_falls_away() -> None:
    asked = with_asked("p-vriend", "p-kat", "p-buur")
    assert chosen(bank(PATTERN, question("q"), DESIRE), ONE_PAIN, asked)[0] == "q"


def test_a_pattern_counts_as_one_question_on_a_sheet() -> None:
    two = recipe({"categorie": "pijn", "aantal": 2}, {"categorie": "verlangen"})
    with pytest.raises(SelectionError, match="1 van de 2"):
        chosen(bank(PATTERN, DESIRE), two)


def test_a_recipe_may_name_a_wording_and_its_pattern_is_not_drawn_beside_it() -> None:
    named = recipe({"vraag": "p-kat"}, {"categorie": "pijn"}, {"categorie": "verlangen"})
    bank_ = bank(PATTERN, question("q"), DESIRE)
    for seed in range(10):
        assert chosen(bank_, named, seed=seed)[:2] == ["p-kat", "q"]


def test_why_not_knows_the_wordings_of_a_pattern() -> None:
    bank_ = bank(PATTERN)
    asked = with_asked("p-vriend", "p-kat", "p-buur")
    assert why_not(bank_.question("p-vriend"), bank_, ANYONE) == []
    assert why_not(bank_.question("p-vriend"), bank_, asked) == ["is al eerder gesteld"]


FIXED = recipe({"vraag": ["a", "b"]}, {"categorie": "verlangen"})


@pytest.mark.parametrize(
    ("asked", "first"), [((), "a"), (("a",), "b"), (("b",), "a"), (("a", "b"), "a")]
)
def test_of_alternatives_the_first_that_was_not_asked_comes(
    asked: tuple[str, ...], first: str
) -> None:
    bank_ = bank(question("a"), question("b"), DESIRE)
    assert chosen(bank_, FIXED, with_asked(*asked))[0] == first


def test_when_all_alternatives_were_asked_the_reason_says_so() -> None:
    bank_ = bank(question("a"), question("b"), DESIRE)
    picks = select_questions(bank_, FIXED, with_asked("a", "b"), minutes=None, seed=1).picks
    assert "al eerder" in picks[0].reason
    assert "al eerder" not in picks[1].reason


def test_an_alternative_steps_in_where_the_first_cannot_be_asked() -> None:
    named = question("a", vraag="Wat helpt om {{ doel.te }}?")
    assert chosen(bank(named, question("b"), DESIRE), FIXED)[0] == "b"


def test_two_places_with_the_same_alternatives_get_different_questions() -> None:
    twice = recipe({"vraag": ["a", "b"]}, {"vraag": ["c", "b"]}, {"categorie": "verlangen"})
    bank_ = bank(question("a"), question("b"), question("c"), DESIRE)
    assert chosen(bank_, twice, with_asked("a", "c"))[:2] == ["b", "c"]


def test_one_question_that_names_the_goal_is_enough_for_a_sheet() -> None:
    named = [question(f"n{i}", vraag="Wat helpt om {{ doel.te }}?") for i in range(4)]
    others = [question(f"o{i}") for i in range(4)]
    wishes = replace(ANYONE, slots=frozenset({"naam", "doel.te"}))
    three = recipe({"categorie": "pijn", "aantal": 3}, {"categorie": "verlangen"})
    drawn = [chosen(bank(*named, *others, DESIRE), three, wishes, seed=s)[:3] for s in range(60)]
    counts = [sum(id_.startswith("n") for id_ in ids) for ids in drawn]
    assert sum(counts) / len(counts) < 1.3
    assert max(counts) >= 1


@pytest.mark.parametrize("label", ["verras-me", "andere-invalshoek"])
def test_a_playful_question_comes_only_where_a_section_asks_for_it(label: str) -> None:
    playful = question("p", labels=[label, "last"])
    bank_ = bank(playful, question("q", labels=["last"]), DESIRE)
    for seed in range(10):
        assert (
            chosen(
                bank_,
                recipe({"categorie": "pijn", "labels": ["last"]}, {"categorie": "verlangen"}),
                seed=seed,
            )[0]
            == "q"
        )
    asks = recipe({"categorie": "pijn", "labels": [label]}, {"categorie": "verlangen"})
    assert chosen(bank_, asks)[0] == "p"
    assert label in why_not(playful, bank_, ANYONE)[0]


def test_a_diary_comes_only_where_a_section_asks_for_it() -> None:
    diary = question("d", antwoord={"soort": "dagboek", "kolommen": ["Wat"]})
    bank_ = bank(diary, question("q"), DESIRE)
    for seed in range(10):
        assert chosen(bank_, ONE_PAIN, seed=seed)[0] == "q"
    asks = recipe({"categorie": "pijn", "soort": ["dagboek"]}, {"categorie": "verlangen"})
    assert chosen(bank_, asks)[0] == "d"
    assert "dagboek" in why_not(diary, bank_, ANYONE)[0]
