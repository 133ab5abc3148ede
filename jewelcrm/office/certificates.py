"""Head office's own certificate authority, for chains that have none.

The authority is made once and lives as long as the shop's PCs pin it; the server's certificate is
made again when it is about to end or when the server gets another name. P-256, as every TLS
library knows it.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from db.files import write_private
from jewelcrm.errors import CanFix

AUTHORITY_YEARS, SERVER_DAYS, RENEW_DAYS = 20, 397, 60
CA, CA_KEY, SERVER, SERVER_KEY = "ca.pem", "ca.key", "server.pem", "server.key"


@dataclass(frozen=True, slots=True)
class Certificates:
    """The files a server speaks TLS with; `ca` is the text PCs pin, empty under a public one."""

    chain: Path
    key: Path
    ca: str


def own_names() -> list[str]:
    """What this machine is called in its own network, and its addresses."""
    host = socket.gethostname()
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except OSError:
        found = set()
    addresses = {address for address in found if "%" not in address}
    return list(dict.fromkeys([host, "localhost", "127.0.0.1", "::1", *sorted(addresses)]))


def ensure(folder: Path, names: Sequence[str], now: dt.datetime) -> Certificates:
    """The folder's certificates: made, renewed or as they are, whichever is needed."""
    ca, ca_key = _authority(folder, now)
    if not _still_good(folder / SERVER, ca, names, now):
        certificate, key = _server(ca, ca_key, names, now)
        write_private(folder / SERVER_KEY, _pem_of_key(key))
        write_private(folder / SERVER, _pem(certificate) + _pem(ca))
    return Certificates(folder / SERVER, folder / SERVER_KEY, _pem(ca).decode())


def given(chain: Path, key: Path, ca: Path | None) -> Certificates:
    """Certificates somebody else made, e.g. a public authority's.

    Raises:
        CanFix: a file is not there or holds no certificate.
    """
    try:
        x509.load_pem_x509_certificates(chain.read_bytes())
        load_pem_private_key(key.read_bytes(), None)
        text = ca.read_text(encoding="ascii") if ca else ""
        if text:
            x509.load_pem_x509_certificates(text.encode())
    except (OSError, ValueError, TypeError) as error:
        raise CanFix(
            "The certificate or its key cannot be read. Name PEM files, the key without a password."
        ) from error
    return Certificates(chain, key, text)


def ends(chain: Path) -> dt.datetime:
    """When the first certificate of the file runs out."""
    return x509.load_pem_x509_certificates(chain.read_bytes())[0].not_valid_after_utc


def _authority(folder: Path, now: dt.datetime) -> tuple[x509.Certificate, EllipticCurvePrivateKey]:
    if not (folder / CA).exists() or not (folder / CA_KEY).exists():
        certificate, key = _new_authority(now)
        write_private(folder / CA_KEY, _pem_of_key(key))
        write_private(folder / CA, _pem(certificate))
    kept = load_pem_private_key((folder / CA_KEY).read_bytes(), None)
    assert isinstance(kept, EllipticCurvePrivateKey)
    return x509.load_pem_x509_certificate((folder / CA).read_bytes()), kept


def _new_authority(now: dt.datetime) -> tuple[x509.Certificate, EllipticCurvePrivateKey]:
    key = generate_private_key(SECP256R1())
    name = _name("JewelCRM head office")
    builder = (
        _builder(name, name, key, now, dt.timedelta(days=365 * AUTHORITY_YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
    )
    return builder.sign(key, SHA256()), key


def _server(
    ca: x509.Certificate, ca_key: EllipticCurvePrivateKey, names: Sequence[str], now: dt.datetime
) -> tuple[x509.Certificate, EllipticCurvePrivateKey]:
    key = generate_private_key(SECP256R1())
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key())
    builder = (
        _builder(_name(names[0][:64]), ca.subject, key, now, dt.timedelta(days=SERVER_DAYS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(_alternatives(names)), critical=False)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(authority, critical=False)
    )
    return builder.sign(ca_key, SHA256()), key


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: EllipticCurvePrivateKey,
    now: dt.datetime,
    life: dt.timedelta,
) -> x509.CertificateBuilder:
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))  # a PC's clock may be behind
        .not_valid_after(now + life)
        .add_extension(identifier, critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _still_good(path: Path, ca: x509.Certificate, names: Sequence[str], now: dt.datetime) -> bool:
    if not path.exists() or not path.with_name(SERVER_KEY).exists():
        return False
    kept = x509.load_pem_x509_certificates(path.read_bytes())[0]
    said = kept.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    lasts = kept.not_valid_after_utc - now > dt.timedelta(days=RENEW_DAYS)
    return lasts and _signed_by(kept, ca) and set(said) == set(_alternatives(names))


def _signed_by(certificate: x509.Certificate, ca: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(ca)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _alternatives(names: Sequence[str]) -> list[x509.GeneralName]:
    return [_alternative(name) for name in names]


def _alternative(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        pass
    try:
        return x509.DNSName(name)
    except ValueError as error:
        raise CanFix("{name} is no host name or address.", name=name) from error


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)


def _pem_of_key(key: EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
