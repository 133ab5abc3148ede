"""Head office's server. It is not there yet: a shop's PC works without it."""
