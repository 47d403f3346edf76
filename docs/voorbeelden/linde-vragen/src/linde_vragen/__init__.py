"""Vragen van Linde over rust. De vragen staan in de map vraagbank."""
