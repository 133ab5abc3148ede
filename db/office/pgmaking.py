"""Making head office in a PostgreSQL database: in stages, each of which says what was wrong.

First it is looked at, then the server's roles are made and sign in, and only then are the tables
made, in one transaction. A making that was cut short is begun anew by the next; roles that only it
made go again with it. A role that another database uses is never given another password.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from sqlalchemy import URL, Engine, String, make_url, text
from sqlalchemy.exc import DBAPIError

from db.errors import Refused, StoreError, StoreExists
from db.office import rls, schema, tables
from db.office.pgline import JOBS, SCRUBBED, connect, engine_of, pg_errors
from db.tables import NUMBERS, metadata

SHORT = 24
"""Letters of the longest text that is a code or a paper's number, never a person's words."""

_THERE = "There is a head office in this database. Choose another one."
_BEGUN = text(
    "SELECT EXISTS (SELECT 1 FROM credential) OR EXISTS (SELECT 1 FROM device)"
    " OR EXISTS (SELECT 1 FROM office_state WHERE recovery_key IS NOT NULL)"
)
_OTHERS = text(
    "SELECT string_agg(DISTINCT d.datname, ', ') FROM pg_shdepend s JOIN pg_roles r"
    " ON s.refclassid = 'pg_authid'::regclass AND s.refobjid = r.oid AND r.rolname = :role"
    " JOIN pg_database d ON d.oid = s.dbid"
    " OR (s.classid = 'pg_database'::regclass AND d.oid = s.objid)"
    " WHERE d.datname <> current_database()"
)
_OWNER = text(
    "SELECT has_schema_privilege('public', 'CREATE')"
    " AND pg_has_role(current_user, datdba, 'MEMBER'), rolcreaterole OR rolsuper"
    " FROM pg_database, pg_roles WHERE datname = current_database() AND rolname = current_user"
)


def make_head_office(owner_url: str, app_role: str, password: str) -> tuple[URL, URL]:
    """Roles, tables and walls; returns where the server and its jobs sign in.

    Raises:
        StoreExists: there is a head office in the database. StoreError: says what to do.
    """
    owner, roles = make_url(owner_url), (app_role, f"{app_role}{JOBS}")
    engine = engine_of(owner)
    try:
        _look(engine, owner)
        made = _make_roles(engine, owner, roles, password)
        with _undone(engine, made):
            for role in roles:
                _sign_in(owner, role, password)
            with pg_errors(), engine.begin() as conn:
                _make_tables(conn, *roles)
    finally:
        engine.dispose()
    app, jobs = (owner.set(username=role, password=password) for role in roles)
    return app, jobs


def unmake_postgres(owner_url: str, app_role: str) -> None:
    """Take away what was just made, where nobody has begun to work with it."""
    engine = engine_of(make_url(owner_url))
    try:
        with pg_errors(), engine.begin() as conn:
            _drop_tables(conn)
        _drop_roles(engine, [f"{app_role}{JOBS}", app_role])
    finally:
        engine.dispose()


def discard(owner_url: str, *roles: str) -> None:
    """Drop a head office whole: only for what a restore for trial, or one cut short, has put there.

    With `roles` its roles go too.
    """
    engine = engine_of(make_url(owner_url))
    try:
        with pg_errors(), engine.begin() as conn:
            _drop_all(conn)
        _drop_roles(engine, roles)
    finally:
        engine.dispose()


# Looking


def _look(engine: Engine, owner: URL) -> None:
    """Nothing is changed yet."""
    _reached(owner, lambda: engine.connect().close())
    with pg_errors(), engine.connect() as conn:
        rls.check_version(conn)
        owns, makes_roles = conn.execute(_OWNER).one()
        if not owns or not makes_roles:
            raise Refused(_RIGHTS.format(user=owner.username))
        if schema.number(conn):
            if conn.execute(_BEGUN).scalar_one():
                raise StoreExists(_THERE)
        elif conn.exec_driver_sql(_TABLES).first():
            raise StoreExists(
                "This database holds tables of another program. Make an empty one for head office."
            )


_TABLES = "SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
_RIGHTS = (
    "{user} may not make head office's tables and roles. As PostgreSQL's superuser: ALTER ROLE"
    " {user} CREATEROLE; ALTER DATABASE name OWNER TO {user}. Nothing was changed."
)


def _reached(url: URL, connects: Callable[[], None]) -> None:
    try:
        connects()
    except (DBAPIError, psycopg.Error) as error:
        raise Refused(
            f"PostgreSQL does not let {url.username} in at {url.host or 'its own socket'},"
            f" database {url.database}: {_reason(error)} Check the address and the password in"
            " --database-url. Nothing was changed."
        ) from error


def _reason(error: Exception) -> str:
    """PostgreSQL's own last words, which name roles, hosts and databases only."""
    origin = error.orig if isinstance(error, DBAPIError) and error.orig else error
    lines = [line.strip() for line in str(origin).splitlines() if line.strip()]
    last = lines[-1].split("FATAL:")[-1].strip() if lines else type(origin).__name__
    return f"{last.rstrip('.')}."


# Roles


def _make_roles(engine: Engine, owner: URL, roles: Sequence[str], password: str) -> list[str]:
    """Both roles, signed in by this password and let into the database; those that are new."""
    made = []
    with pg_errors(), engine.begin() as conn:
        for role in roles:
            known = conn.exec_driver_sql("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,))
            if known.first() is None:
                made.append(role)
                _set_password(conn, "CREATE", role, password)
        _let_in(conn, *roles)
    for role in roles:
        if role not in made and _why_not(owner, role, password):
            with _undone(engine, made):
                _give_password(engine, role, password)
    return made


def _give_password(engine: Engine, role: str, password: str) -> None:
    """A role that was left over signs in by the new password, if no other database needs it.

    Raises:
        Refused: one does.
    """
    with pg_errors(), engine.begin() as conn:
        others = conn.execute(_OTHERS, {"role": role}).scalar()
        if others:
            raise Refused(_SERVES.format(role=role, others=others))
        try:
            _set_password(conn, "ALTER", role, password)
        except DBAPIError as error:
            raise Refused(_NOT_OURS.format(role=role)) from error


_SERVES = (
    "The role {role} serves another database of this PostgreSQL ({others}). Name another with"
    " --app-role. Nothing was changed."
)
_NOT_OURS = (
    "The role {role} is there already and is not this owner's to change. Name another with"
    " --app-role. Nothing was changed."
)


def _set_password(conn: Any, verb: str, role: str, password: str) -> None:
    raw = conn.connection.driver_connection.pgconn  # the password stays out of the log
    secret = raw.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    quoted = psycopg.sql.Literal(secret.decode()).as_string()
    conn.exec_driver_sql(f'{verb} ROLE "{role}" LOGIN PASSWORD {quoted}'.replace("%", "%%"))


def _let_in(conn: Any, *roles: str) -> None:
    """Both may connect, also where the database is closed to everybody (`database.sql`)."""
    for role in roles:
        sql = f'GRANT CONNECT ON DATABASE {_this_database(conn)} TO "{role}"'
        conn.exec_driver_sql(sql.replace("%", "%%"))


def _this_database(conn: Any) -> str:
    return str(conn.exec_driver_sql("SELECT quote_ident(current_database())").scalar_one())


def _sign_in(owner: URL, role: str, password: str) -> None:
    why = _why_not(owner, role, password)
    if why:
        raise Refused(
            f"The server's own role {role} cannot sign in to database {owner.database}: {why} Let"
            " it in by password in pg_hba.conf, reload PostgreSQL, and run init again. No table"
            " was made."
        )


def _why_not(owner: URL, role: str, password: str) -> str:
    """Why the role cannot sign in; empty when it can."""
    try:
        connect(owner.set(username=role, password=password)).close()
    except psycopg.Error as error:
        return _reason(error)
    return ""


@contextmanager
def _undone(engine: Engine, made: Sequence[str]) -> Iterator[None]:
    """Roles that this making made go again when the block fails."""
    try:
        yield
    except BaseException:
        _drop_roles(engine, made)
        raise


def _drop_roles(engine: Engine, roles: Sequence[str]) -> None:
    for role in roles:
        with suppress(StoreError), pg_errors(), engine.begin() as conn:
            closed = f'REVOKE ALL ON DATABASE {_this_database(conn)} FROM "{role}"'
            conn.exec_driver_sql(closed.replace("%", "%%"))
            conn.exec_driver_sql(f'DROP ROLE "{role}"'.replace("%", "%%"))


# Tables


def _make_tables(conn: Any, app_role: str, jobs: str) -> None:
    if schema.number(conn):
        _drop_tables(conn)  # of a making that was cut short: nobody works there yet
    schema.bring_up_to_date(conn)
    rls.build(conn, app=app_role, jobs=jobs)
    _keep_words_out_of_statistics(conn)


def _drop_tables(conn: Any) -> None:
    """All of head office's, with their walls.

    Raises:
        StoreExists: somebody has begun to work there.
    """
    if conn.execute(_WORKED).scalar_one():
        raise StoreExists(_THERE)
    _drop_all(conn)


def _drop_all(conn: Any) -> None:
    for name in (*tables.office.tables, *metadata.tables):
        conn.exec_driver_sql(f'DROP TABLE IF EXISTS "{name}" CASCADE')
    rls.drop_functions(conn)


_WORKED = text("SELECT EXISTS (SELECT 1 FROM device) OR EXISTS (SELECT 1 FROM enrol_code)")


def _keep_words_out_of_statistics(conn: Any) -> None:
    """PostgreSQL keeps a sample of common values; a person's words would outlive her erasure."""
    for name in (*NUMBERS, *SCRUBBED):
        table = metadata.tables[name] if name in NUMBERS else tables.office.tables[name]
        for column in table.columns:
            if isinstance(column.type, String) and (column.type.length or SHORT + 1) > SHORT:
                conn.exec_driver_sql(
                    f'ALTER TABLE "{name}" ALTER COLUMN "{column.name}" SET STATISTICS 0'
                )
