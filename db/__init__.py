"""How the shop's records are kept: tables, encryption, migrations, capture, search."""
