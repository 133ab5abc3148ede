"""The shop's name for the background's checkpoints, which head office's file has too."""

from db.checkpoint import Checkpointer

__all__ = ["Checkpointer"]
