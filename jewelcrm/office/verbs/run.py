"""`jewelcrm-office run`: answer the PCs."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import msgspec

from jewelcrm import console
from jewelcrm.errors import CanFix
from jewelcrm.office import premises
from jewelcrm.office.addresses import ANYWHERE, PORT, Listening
from jewelcrm.office.desk import Desk


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser(
        "run",
        help="start the server",
        description="Start the server. Without --certificate it makes its own authority and"
        " certificate, which PCs pin when they are enrolled. Ctrl+C stops it.",
    )
    verb.add_argument("--host", default=ANYWHERE, help="address (default: all)")
    verb.add_argument("--port", type=int, default=PORT, help="default: %(default)s")
    verb.add_argument("--workers", type=int, default=1, help="processes; more need PostgreSQL")
    verb.add_argument(
        "--name",
        action="append",
        help="name or address in the server's own certificate; may be repeated; is remembered",
    )
    verb.add_argument("--certificate", type=Path, help="PEM chain somebody else made; remembered")
    verb.add_argument("--certificate-key", type=Path, help="its key, PEM without a password")
    verb.add_argument(
        "--authority",
        type=Path,
        help="PEM that PCs are to pin, where somebody else made the certificate or a reverse proxy"
        " shows it; left out: a public authority's; remembered",
    )
    verb.add_argument(
        "--plain", action="store_true", help="no TLS: behind a reverse proxy on this machine"
    )
    verb.add_argument("--unix", default="", help="listen on this socket instead (with --plain)")
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Serve until stopped."""
    from jewelcrm.office.serving import serve  # a third of a second to load

    _remember(args, desk.folder)
    listening = Listening(args.host, args.port, args.unix, args.plain, args.workers)
    serve(desk.folder, listening, lambda url: _tell(url, as_json=desk.json))
    return {"stopped": True, "text": "Stopped."}


def _remember(args: Namespace, folder: Path) -> None:
    known = premises.load(folder)
    if (args.certificate is None) != (args.certificate_key is None):
        raise CanFix("--certificate and --certificate-key go together.")
    changes: dict[str, Any] = {}
    if args.name:
        changes["names"] = args.name
    if args.certificate:
        changes |= {
            "certificate": str(args.certificate.resolve()),
            "certificate_key": str(args.certificate_key.resolve()),
            "authority": "",
        }
    if args.authority:
        changes["authority"] = str(args.authority.resolve())
    if args.port and not args.plain and args.port != known.port:
        changes["port"] = args.port
    if changes:
        premises.save(folder, msgspec.structs.replace(known, **changes))


def _tell(url: str, *, as_json: bool) -> None:
    """Say where; as JSON on a line of its own, for whoever waits for it."""
    if as_json:
        sys.stdout.write(json.dumps({"url": url}) + "\n")
        sys.stdout.flush()
    else:
        console.say(f"Head office answers at {url} - Ctrl+C stops it.")
