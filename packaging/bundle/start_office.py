"""The program `jewelcrm-office` of the bundle; its worker processes begin here too."""

from multiprocessing import freeze_support

from jewelcrm.office.main import start

freeze_support()
start()
