"""A made-up shop: life-like Hong Kong customers and a branch on a working day."""

from jewelcrm.demo.crew import PASSWORD
from jewelcrm.demo.filling import Filled, fill

__all__ = ["PASSWORD", "Filled", "fill"]
