"""The invitation to a training: facts of a trainer in, an honest text out."""
