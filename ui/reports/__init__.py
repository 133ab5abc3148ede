"""Reports: chosen, shown, looked at as paper, printed and saved."""
