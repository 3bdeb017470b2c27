"""How many: amounts in German text, what they count, and which is a part of which."""
