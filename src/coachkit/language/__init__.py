"""Dutch: goals in a sentence, from je to u, dates, and what makes a text hard to read."""
