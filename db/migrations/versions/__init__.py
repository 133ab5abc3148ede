"""One module a step; a step is never changed after it was released."""
