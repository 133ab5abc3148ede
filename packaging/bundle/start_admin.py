"""The program `jewelcrm-admin` of the bundle."""

from jewelcrm.admin.main import start

start()
