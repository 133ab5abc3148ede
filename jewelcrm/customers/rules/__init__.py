"""Pure decisions about customers: no session, no clock, no input or output.

Nothing is gathered here: the first page needs one of these modules, not the number plans of the
world that another brings along.
"""
