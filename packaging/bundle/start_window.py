"""The program `jewelcrm` of the bundle."""

from ui.app import start

start()
