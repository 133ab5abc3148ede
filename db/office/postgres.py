"""Head office on PostgreSQL 15 or newer."""

from __future__ import annotations

from db.office.store import OfficeStore


def create_postgres(owner_url: str, app_role: str, password: str) -> OfficeStore:
    raise NotImplementedError


def open_postgres(url: str, jobs_url: str | None) -> OfficeStore:
    raise NotImplementedError
