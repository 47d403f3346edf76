"""The facts of an invented training, as a trainer fills them in on the screen."""

from __future__ import annotations

DAYS = "15-06-2027\n29-06-2027"
FACTS = {
    "Training": "Van knikken naar kiezen",
    "Voor wie": "woonbegeleiders",
    "Last": "Hij knikt, en hij schrijft de dag op. Op dinsdag zit jij er alleen.",
    "Wens": "Het scheelt veel als iemand zelf kiest.",
    "Na afloop": "een keuze van drie aanbieden\neen nacht bedenktijd geven",
    "Dagen": DAYS,
    "Tijd": "9.00-12.30 uur",
    "Plaats": "Utrecht",
    "Prijs": "240 euro zonder btw, met werkboek",
    "Aanmelden": "info@kiezen.example",
}
