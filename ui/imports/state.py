"""What a person has decided so far on the way through an import."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from jewelcrm.imports.commands import Summary
from jewelcrm.imports.queries import KeptMap, Look
from jewelcrm.imports.readers import ReadOptions
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.words import Kind


@dataclass
class Choices:
    """Kind, file, how it is read, where its columns go, and what came of it."""

    kind: Kind = "customers"
    path: Path | None = None
    options: ReadOptions = field(default_factory=ReadOptions)
    look: Look | None = None
    mapping: Mapping | None = None
    kept: list[KeptMap] = field(default_factory=list)
    rejects_to: Path | None = None
    tried: Summary | None = None
    done: Summary | None = None

    def opened(self) -> tuple[Path, Look, Mapping]:
        """The file as far as it was understood; only asked for once it was."""
        assert self.path is not None
        assert self.look is not None
        assert self.mapping is not None
        return self.path, self.look, self.mapping
