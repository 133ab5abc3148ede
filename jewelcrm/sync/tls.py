"""Whom this PC believes to be head office: its own authority, pinned, or a public one."""

from __future__ import annotations

import re
import ssl
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.exceptions import InvalidSignature

from jewelcrm.errors import CanFix

PORT = 8443
_HOST = re.compile(r"[\w.:\-]+")
_WHATEVER_THE_CLOCK_SAYS = ssl.VerifyFlags(0x200000)  # OpenSSL's NO_CHECK_TIME; Python names it not


def plain_url(text: str) -> str:
    """Head office's address in one form: `https://host:8443`.

    Raises:
        CanFix: it is none, or not over TLS.
    """
    typed = text.strip()
    try:
        parts = urlsplit(typed if "://" in typed else f"https://{typed}")
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    host = parts.hostname or ""
    odd = parts.path.strip("/") or parts.query or parts.username or not _HOST.fullmatch(host)
    if parts.scheme != "https" or odd:
        raise CanFix(
            "Type head office's address as it was given to you, e.g. https://office.example:8443",
            field="url",
        )
    shown = f"[{host}]" if ":" in host else host
    return f"https://{shown}:{port or PORT}"


def trusting(ca: str) -> ssl.SSLContext:
    """TLS 1.3 with a server whose certificate this authority signed; empty: a public one.

    An authority of our own is believed at any time: a PC whose clock fell back ten years must
    reach head office, which tells it what time it is. It costs that the key of an old certificate
    of head office's, once stolen, serves until the authority is changed.
    """
    context = ssl.create_default_context(cadata=ca or None)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    if ca:
        context.verify_flags |= _WHATEVER_THE_CLOCK_SAYS
    return context


def trusting_nobody() -> ssl.SSLContext:
    """TLS with whoever answers: only to ask who it is, and nothing secret may be said over it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # without the system's authorities: 20 ms
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    return context


def is_signed_by(certificate: bytes, ca: str) -> bool:
    """True when the authority (PEM) signed the certificate (DER)."""
    try:
        mine = x509.load_der_x509_certificate(certificate)
        authorities = x509.load_pem_x509_certificates(ca.encode())
    except ValueError:
        return False
    return any(_signed(mine, authority) for authority in authorities)


def _signed(mine: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        mine.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
