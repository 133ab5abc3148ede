"""A PC's side of one company: its changes go to head office, head office's rows come here.

A row on this PC is the last image from head office with this PC's own unsent changes on top.
Everything here may be cut off between any two steps and begun again.
"""
