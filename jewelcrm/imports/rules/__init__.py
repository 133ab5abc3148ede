"""Pure decisions of an import: columns, values, and who is who."""
