"""What is installed on a shop's computer and at head office, and the recipes it is made by."""
