"""What fills the slots of texts: the client's own words, as data."""

from __future__ import annotations

from coachkit.model import Brief


def slot_values(brief: Brief, coach: str) -> dict[str, str]:
    """Return the value of each slot that can be filled for this brief.

    Where the grammar of the goal is not given, ``doel.te`` is absent and ``doel.nominaal`` falls
    back to the client's own words in quotes.
    """
    values = {"naam": brief.name}
    if coach:
        values["coach"] = coach
    if brief.goal:
        values["doel.citaat"] = f'"{brief.goal.rstrip(" .")}"'
        values["doel.nominaal"] = values["doel.citaat"]
    if brief.goal_nominal:
        values["doel.nominaal"] = brief.goal_nominal
    if brief.goal_te:
        values["doel.te"] = brief.goal_te
    return values


def missing_words(slot: str) -> str:
    """Return which key of the brief would fill a slot, as an advice in Dutch."""
    if slot.startswith("doel"):
        return "vul 'doel' in (en 'doel_te' en 'doel_nominaal' als je die weet)"
    if slot == "coach":
        return "vul 'coach' in, in de briefing of in praktijk.yaml"
    return "hiervoor is een eerder werkblad van deze cliënt nodig"
