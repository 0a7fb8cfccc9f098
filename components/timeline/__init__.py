"""The timeline: its marks, how they are laid out, its chart and its controls; the small one; an event opened."""
