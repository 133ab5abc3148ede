"""Reports: each declared once in `catalogue/`, read by one layer, written to paper or a file.

A report says who answers for it, how each figure is computed and how sensitive it is; all three are
printed on it, with the moment its data is from. Adding one is one file in `catalogue/`.
"""
