"""The dashboard: figures with their targets, charts, and the lists behind them."""
