"""The program `jewelcrm` of the bundle."""

import sys

from ui.app import main

sys.exit(main())
