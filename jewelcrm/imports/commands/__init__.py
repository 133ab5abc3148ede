"""What a person does with a file: import it, and keep a mapping for the next one."""

from jewelcrm.imports.commands.maps import forget_map, save_map
from jewelcrm.imports.commands.run import import_file
from jewelcrm.imports.commands.summary import Summary

__all__ = ["Summary", "forget_map", "import_file", "save_map"]
