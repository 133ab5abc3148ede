"""The commands of `jewelcrm-office`: one module each."""
