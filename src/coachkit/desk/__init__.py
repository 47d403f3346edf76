"""The desks: what a person does at one screen, without the screen; state in one object."""
