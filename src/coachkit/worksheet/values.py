"""What fills the slots of texts: the client's own words, as data."""

from __future__ import annotations

from coachkit.address import speaks_informally
from coachkit.language.goal import GoalForms, goal_forms, te_clause
from coachkit.model import Brief
from coachkit.vocabulary import Form


def slot_values(brief: Brief, coach: str, form: Form | None = None) -> dict[str, str]:
    """Return the value of each slot that can be filled for this brief.

    What the brief does not give of the goal's grammar is derived, where that is certain. Where it
    is not, ``doel.te`` is absent and ``doel.nominaal`` falls back to the client's own words in
    quotes. The form of address changes values, but not which slots there are.
    """
    values = {"naam": brief.name}
    if coach:
        values["coach"] = coach
    if brief.goal:
        values["doel.citaat"] = f'"{_calm(brief.goal).rstrip(" .")}"'
        values["doel.nominaal"] = values["doel.citaat"]
    derived = _derived(brief, form)
    if nominal := brief.goal_nominal or (derived and derived.nominal):
        values["doel.nominaal"] = nominal
    if te := te_clause(brief.goal_te or "") or (derived and derived.te):
        values["doel.te"] = te
    if brief.previous_step:
        values["vorige.stap"] = brief.previous_step
    if brief.previous_answer:
        values["vorige.antwoord"] = brief.previous_answer
    return values


def _calm(goal: str) -> str:
    """Return a goal without shouting: what is all capitals reads as small letters."""
    return goal.lower() if goal.isupper() and " " in goal else goal


def goal_notes(brief: Brief, form: Form) -> tuple[str, ...]:
    """Return what the coach should know of the goal as it stands on the sheet."""
    given = {"doel_te": brief.goal_te, "doel_nominaal": brief.goal_nominal}
    notes = [
        f"'{key}' zegt je, en het blad zegt u; schrijf het met u en uw"
        for key, words in given.items()
        if form == Form.FORMAL and words and speaks_informally(words)
    ]
    derived = _derived(brief, form)
    if derived is not None and derived.status == "ask":
        missing = " en ".join(key for key, words in given.items() if not words)
        notes.append(
            f"het doel past niet vanzelf in een zin ({derived.why}); "
            f"geef {missing} in de briefing voor een vloeiende zin"
        )
    return tuple(notes)


def _derived(brief: Brief, form: Form | None) -> GoalForms | None:
    """Return the forms of the goal; ``None`` when there is none, or the brief gives both."""
    if not brief.goal or (brief.goal_te and brief.goal_nominal):
        return None
    return goal_forms(brief.goal, form or brief.form or Form.INFORMAL)


def slot_in_words(slot: str) -> str:
    """Return what a slot stands for, in Dutch, as in ``noemt ...``."""
    return _IN_WORDS.get(slot, "het doel" if slot.startswith("doel") else f"'{slot}'")


_IN_WORDS = {
    "naam": "de naam",
    "coach": "de naam van de coach",
    "vorige.stap": "de vorige stap",
    "vorige.antwoord": "een vorig antwoord",
}


def missing_words(slot: str) -> str:
    """Return which key of the brief would fill a slot, as an advice in Dutch."""
    if slot.startswith("doel"):
        return "vul 'doel' in (en 'doel_te' en 'doel_nominaal' als je die weet)"
    if slot == "coach":
        return "vul 'coach' in, in de briefing of in praktijk.yaml"
    advice = f"vul '{slot.replace('.', '_')}' in met de woorden van je cliënt"
    if slot.startswith("vorige."):
        return f"{advice}, of geef bij --after een blad waarin dat is ingevuld"
    return advice
