"""How an English sentence is built: heads, phrases, arguments, negation, tense; nothing of conflict."""
