"""Who may do what: roles, rights, sign-in."""
