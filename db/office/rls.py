"""The second wall: PostgreSQL itself shows a transaction only the rows of its scopes.

The program's role (`app`) owns nothing. Each transaction for a PC names its scopes
(`app.scopes`, `app.branches`, set for that transaction only); a record is visible and can be
changed when one of its feed entries lies in them, and a new one is accepted when its branch and
the customer or order it belongs to do. Head office's own jobs use a second role. Feeds are written
through functions of the owner, because a change must also be marked in scopes that the PC which
made it may not see; these hold no data of any person (sync.md 2.15).

It is a wall against mistakes of the program, such as a question that forgets its branch. Whoever
holds the connection of `app` himself may name any scope (`app.scopes` is a setting like others),
put any record into his own (`put_members`), and enter PCs and leases in head office's own tables:
its password, and who may connect at all (`pg_hba.conf`), keep such a one out, nothing in here.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, Table, select, text

from db.errors import StoreError
from db.office import tables
from db.tables import NUMBERS, metadata

GUARDED = (*NUMBERS, "scope_feed", "scope_member")
"""Tables under row-level security."""

ANNOUNCED = ("conflict", "quarantine", "notice")
"""Records that a PC's push may cause in another branch: written by it, never seen."""

OLDEST = 150_000


class NoWall(StoreError):
    """The database does not guard branches from each other; the server must not start on it."""


_SCOPES = "(SELECT string_to_array(current_setting('app.scopes', true), ','))::bigint[]"
_BRANCHES = "(SELECT string_to_array(current_setting('app.branches', true), ','))::uuid[]"

FUNCTIONS = (  # in plpgsql, which plans a statement once a connection
    """
    CREATE OR REPLACE FUNCTION feed_entries(number bigint, keys json)
    RETURNS TABLE (scope bigint, tbl smallint, id uuid, kind varchar, rev bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    AS $$
    BEGIN
      -- OFFSET 0: each key is looked for by itself, however large the table has become.
      RETURN QUERY SELECT f.scope, f.tbl, f.id, f.kind, f.rev
        FROM json_to_recordset(keys) AS k(a smallint, b uuid)
        CROSS JOIN LATERAL
          (SELECT * FROM public.scope_feed e
           WHERE e.scope = number AND e.tbl = k.a AND e.id = k.b OFFSET 0) f;
    END
    $$
    """,
    """
    CREATE OR REPLACE FUNCTION put_feed(entries json) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    AS $$
    BEGIN
      INSERT INTO public.scope_feed(scope, tbl, id, seq, kind, rev, at)
      SELECT a, b, c, d, e, f, g FROM json_to_recordset(entries)
        AS r(a bigint, b smallint, c uuid, d bigint, e varchar, f bigint, g bigint)
      ON CONFLICT (scope, tbl, id) DO UPDATE
      SET seq = excluded.seq, kind = excluded.kind, rev = excluded.rev, at = excluded.at;
    END
    $$
    """,
    """
    CREATE OR REPLACE FUNCTION put_members(entries json) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    AS $$
    BEGIN
      INSERT INTO public.scope_member(tbl, id, scope, kind)
      SELECT a, b, c, d FROM json_to_recordset(entries)
        AS r(a smallint, b uuid, c bigint, d varchar)
      ON CONFLICT (tbl, id, scope) DO UPDATE SET kind = excluded.kind;
    END
    $$
    """,
    """
    CREATE OR REPLACE FUNCTION memberships(keys json)
    RETURNS TABLE (tbl smallint, id uuid, scope bigint, kind varchar)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    AS $$
    BEGIN
      RETURN QUERY SELECT m.tbl, m.id, m.scope, m.kind
        FROM json_to_recordset(keys) AS k(a smallint, b uuid)
        CROSS JOIN LATERAL
          (SELECT * FROM public.scope_member e WHERE e.tbl = k.a AND e.id = k.b OFFSET 0) m;
    END
    $$
    """,
    """
    CREATE OR REPLACE FUNCTION in_no_scope(number int, row_id uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    AS $$
    BEGIN
      RETURN NOT EXISTS
        (SELECT 1 FROM public.scope_member m WHERE m.tbl = number AND m.id = row_id);
    END
    $$
    """,
)
"""They name tables with their schema instead of setting a search path, which each call would pay
for; operators and types come from the catalogue, and neither role may make others.
"""
_SIGNATURES = (
    "feed_entries(bigint, json)",
    "put_feed(json)",
    "put_members(json)",
    "memberships(json)",
    "in_no_scope(int, uuid)",
)


def build(conn: Connection, *, app: str, jobs: str) -> None:
    """Functions, policies and grants; to be run by the owner once the tables are there."""
    _make_functions(conn)
    for statement in _walls(app, jobs):
        conn.exec_driver_sql(statement.replace("%", "%%"))
    _note_fingerprint(conn)


def _make_functions(conn: Connection) -> None:
    for function in FUNCTIONS:
        conn.exec_driver_sql(function.replace("%", "%%"))


def extend(conn: Connection) -> None:
    """Walls and grants for tables that came with an update; to be run by the owner."""
    _make_functions(conn)
    app, jobs = (conn.execute(_WHOSE, {"door": door}).scalar_one() for door in _DOORS_OF)
    walled = set(conn.execute(_WALLED).scalars())
    for name in GUARDED:
        if name not in walled:
            for statement in _wall(name, app, jobs):
                conn.exec_driver_sql(statement.replace("%", "%%"))
    granted = set(conn.execute(_GRANTED, {"app": app}).scalars())
    for table in tables.office.sorted_tables:
        if table.name not in granted:
            for statement in _books(table.name, f'"{app}", "{jobs}"'):
                conn.exec_driver_sql(statement)
    _note_fingerprint(conn)


_DOORS_OF = ("branch_sees", "jobs")
_WHOSE = text(
    "SELECT roles[1] FROM pg_policies WHERE schemaname = 'public' AND tablename = 'customer'"
    " AND policyname = :door"
)
_WALLED = text("SELECT DISTINCT tablename FROM pg_policies WHERE schemaname = 'public'")
_GRANTED = text(
    "SELECT DISTINCT table_name FROM information_schema.role_table_grants"
    " WHERE table_schema = 'public' AND grantee = :app"
)


def _note_fingerprint(conn: Connection) -> None:
    made = conn.execute(_FINGERPRINT).scalar_one()
    conn.execute(tables.office_schema.update().values(walls=made))


def drop_functions(conn: Connection) -> None:
    """Take the functions away again; the walls go with their tables."""
    for signature in _SIGNATURES:
        conn.exec_driver_sql(f"DROP FUNCTION IF EXISTS {signature}")


def _walls(app: str, jobs: str) -> Iterator[str]:
    both = f'"{app}", "{jobs}"'
    for name in GUARDED:
        yield from _wall(name, app, jobs)
    for table in tables.office.sorted_tables:
        yield from _books(table.name, both)
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {both}"
    yield f'GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO "{jobs}"'
    for signature in _SIGNATURES:
        yield f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC"
        yield f"GRANT EXECUTE ON FUNCTION {signature} TO {both}"


def _wall(name: str, app: str, jobs: str) -> Iterator[str]:
    yield from _closed(name, jobs)
    if name in NUMBERS:
        yield from _record(metadata.tables[name], app, jobs)
    else:
        yield from _feed(name, app, jobs)


def _feed(name: str, app: str, jobs: str) -> Iterator[str]:
    """A table of the feeds, which the functions write as its owner."""
    yield f'CREATE POLICY books ON "{name}" TO CURRENT_USER USING (true) WITH CHECK (true)'
    yield (
        f'CREATE POLICY branch_sees ON "{name}" FOR SELECT TO "{app}"'
        f" USING (scope = ANY ({_SCOPES}))"
    )
    yield f'GRANT SELECT ON "{name}" TO "{app}"'
    yield f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{name}" TO "{jobs}"'


def _closed(name: str, jobs: str) -> Iterator[str]:
    """Closed to everybody, also to its owner, but for head office's own jobs."""
    yield f'ALTER TABLE "{name}" ENABLE ROW LEVEL SECURITY'
    yield f'ALTER TABLE "{name}" FORCE ROW LEVEL SECURITY'
    yield f'CREATE POLICY jobs ON "{name}" TO "{jobs}" USING (true) WITH CHECK (true)'


def _record(table: Table, app: str, jobs: str) -> Iterator[str]:
    name, seen = table.name, _seen(table.name, f'"{table.name}".id')
    fresh = "true" if name in ANNOUNCED else f"({_may_begin(table)}) OR ({seen})"
    yield f'CREATE POLICY branch_sees ON "{name}" FOR SELECT TO "{app}" USING ({seen})'
    yield (
        f'CREATE POLICY branch_changes ON "{name}" FOR UPDATE TO "{app}"'
        f" USING ({seen}) WITH CHECK ({seen})"
    )
    yield f'CREATE POLICY branch_adds ON "{name}" FOR INSERT TO "{app}" WITH CHECK ({fresh})'
    yield f'GRANT SELECT, INSERT, UPDATE ON "{name}" TO "{app}"'
    yield f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{name}" TO "{jobs}"'


def _seen(table: str, row_id: str) -> str:
    """True for a row that one of the transaction's scopes holds.

    `OFFSET 0` keeps the planner from reading every member of the table into a hash first, which
    would cost more with every year.
    """
    return (
        f"EXISTS (SELECT 1 FROM scope_member m WHERE m.tbl = {NUMBERS[table]} AND m.id = {row_id}"
        f" AND m.kind IN ('P', 'S') AND m.scope = ANY ({_SCOPES}) OFFSET 0)"
    )


def _may_begin(table: Table) -> str:
    """True for a new row of the PC's own branch whose customer and order are not another's."""
    parts = [f"branch_id = ANY ({_BRANCHES})"]
    for column, parent in (("customer_id", "customer"), ("order_id", "sales_order")):
        if column in table.columns:
            at = f'"{table.name}".{column}'
            parts.append(
                f"({at} IS NULL OR {_seen(parent, at)} OR in_no_scope({NUMBERS[parent]}, {at}))"
            )
    return " AND ".join(parts)


def _books(name: str, both: str) -> Iterator[str]:
    """Grants on head office's own tables; the audit log is only ever added to."""
    if name in GUARDED:
        return
    rights = {"audit_log": "SELECT, INSERT", "office_schema": "SELECT"}.get(
        name, "SELECT, INSERT, UPDATE, DELETE"
    )
    yield f'GRANT {rights} ON "{name}" TO {both}'


_ROLE = text("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
_WALLS = text(
    "SELECT relname, relrowsecurity AND relforcerowsecurity,"
    " pg_has_role(current_user, relowner, 'MEMBER')"
    " FROM pg_class WHERE relname = ANY(:names) AND relkind IN ('r', 'p')"
    " AND relnamespace = 'public'::regnamespace"
)
_DOORS = text(
    "SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public'"
    " AND ('public' = ANY(roles) OR EXISTS (SELECT 1 FROM unnest(roles) r"
    " WHERE pg_has_role(current_user, r, 'MEMBER')))"
)
_FINGERPRINT = text(
    "SELECT md5(string_agg(concat_ws('|', tablename, policyname, permissive, roles, cmd, qual,"
    " with_check), E'\n' ORDER BY tablename, policyname))"
    " FROM pg_policies WHERE schemaname = 'public'"
)
_EXPECTED = {"branch_sees", "branch_changes", "branch_adds"}


def check_walls(engine: Engine) -> None:
    """Nothing when the database guards branches from each other for the role of `engine`.

    Raises:
        NoWall: what is wrong, and what to do.
    """
    with engine.connect() as conn:
        check_version(conn)
        _check_role(conn)
        strange = {name for _table, name in conn.execute(_DOORS)} - _EXPECTED
        made = conn.execute(select(tables.office_schema.c.walls)).scalar_one()
        found = conn.execute(_FINGERPRINT).scalar_one()
    if strange:
        raise NoWall(
            f"The database has doors that JewelCRM did not make ({', '.join(sorted(strange))})."
            " Drop these policies."
        )
    if made != found:
        raise NoWall("The database's policies were changed. Restore them from a backup's schema.")


def check_jobs(engine: Engine) -> None:
    """Nothing when the role of head office's own jobs has no more rights than it needs."""
    with engine.connect() as conn:
        _check_role(conn)


def check_version(conn: Connection) -> None:
    """Nothing when this PostgreSQL is new enough.

    Raises:
        NoWall: it is not.
    """
    if int(conn.exec_driver_sql("SHOW server_version_num").scalar_one()) < OLDEST:
        raise NoWall("PostgreSQL is too old. Version 15 or newer is needed.")


def _check_role(conn: Connection) -> None:
    if any(conn.execute(_ROLE).one()):
        raise NoWall(
            "The database role may pass every wall (superuser or BYPASSRLS). Connect as the role"
            " that `jewelcrm-office init` made."
        )
    found = {name: (forced, owner) for name, forced, owner in conn.execute(_WALLS, _NAMES)}
    open_ones = sorted(name for name in GUARDED if not found.get(name, (False, False))[0])
    if open_ones:
        raise NoWall(
            f"Row-level security is off or not forced on {', '.join(open_ones)}. Run"
            " `jewelcrm-office init` as the owner."
        )
    if any(owner for _forced, owner in found.values()):
        raise NoWall(
            "The database role owns the tables. Connect as the role that `jewelcrm-office init`"
            " made."
        )


_NAMES = {"names": list(GUARDED)}
