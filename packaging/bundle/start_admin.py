"""The program `jewelcrm-admin` of the bundle."""

import sys

from jewelcrm.admin.main import main

sys.exit(main())
