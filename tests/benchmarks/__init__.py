"""Speed and memory, each beside the bare limit of the same run: `make bench`."""
