"""Forms that are not ours: found by the words of their headers, joined over their sheets, nothing lost silently. ``form`` is the entry."""
