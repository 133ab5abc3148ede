"""The pure decisions about orders: stages, amounts, promises and dues, disclosures.

Nothing is gathered here: most pages ask only for the stages.
"""
