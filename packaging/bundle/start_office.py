"""The program `jewelcrm-office` of the bundle; its worker processes begin here too."""

import sys
from multiprocessing import freeze_support

from jewelcrm.office.main import main

freeze_support()
sys.exit(main())
