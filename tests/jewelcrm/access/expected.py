"""Which right every command and query needs, written down by hand, apart from the doors."""

from __future__ import annotations

WORDS = {
    "search.use": """
        search.commands: tidy tidy_all
        search.queries: by_number search
    """,
    "customers.view": """
        customers.forms: form_of
        customers.queries.cards: can_market card consent
        customers.queries.duplicates: possible_duplicates
        customers.queries.events: timeline
        customers.queries.evidence: consent_evidence
        customers.queries.listing: header ids recent rows
        customers.queries.pieces: completes_the_set owned_pieces
        sync.elsewhere: guest shared_with
    """,
    "customers.add": """
        customers.commands.add: add_customer quick_add
    """,
    "customers.edit": """
        customers.commands.consents: confirm_consent record_consent
        customers.commands.contacts: add_contact archive_contact edit_contact
        customers.commands.edit: complete_collection edit_customer
        customers.commands.likings: add_preference add_wish answer_suggestion
            archive_preference close_wish edit_wish
        customers.commands.notes: add_note correct_note
        customers.commands.occasions: archive_occasion set_occasion
        customers.commands.rings: archive_ring_size set_ring_size
        customers.commands.ties: join_household leave_household relate unrelate
    """,
    "customers.export": """
        imports.exports: export_customers export_orders
    """,
    "customers.archive": """
        customers.commands.edit: archive_customer restore_customer
    """,
    "customers.history": """
        history.queries: of
    """,
    "customers.undo": """
        history.commands: undo
    """,
    "customers.lookup": """
        sync.visiting: look_up
    """,
    "customers.remote_open": """
        sync.visiting: open_customer
    """,
    "customers.move": """
        sync.visiting: move
    """,
    "customers.share": """
        sync.visiting: share
    """,
    "privacy.erase": """
        sync.visiting: erase erasures
    """,
    "catalogue.view": """
        catalogue.queries: by_barcode categories find gold_board gold_history piece
            price_by_weight
        printing.queries: tag
        imports.exports: export_products
    """,
    "catalogue.edit": """
        catalogue.commands: add_product archive_product edit_product set_gold_rate
    """,
    "orders.view": """
        dashboard.behind: behind named
        orders.queries.detail: find_by_number order
        orders.queries.lists: board late listing of_customer of_household promised_on rows
        orders.envelope: envelope
        printing.queries: bag_labels
    """,
    "orders.add": """
        orders.commands.place: place_order
    """,
    "orders.edit": """
        orders.commands.edit: edit_order set_dues
        orders.commands.lines: add_line complete_line edit_line remove_line
    """,
    "orders.move": """
        orders.commands.move: move_order
    """,
    "extraction.take": """
        extraction.queries: demand
        reports.commands: print_pdf write
        reports.subscriptions: printed
    """,
    "reports.grant": """
        reports.grants: grant grants join_department leave_department members withdraw
    """,
    "reports.subscribe": """
        reports.subscriptions: of_mine paper prepare_due prepared subscribe to_print unsubscribe
    """,
    "reports.ask": """
        dashboard.queries: board
        dashboard.targets: targets
        reports.branches: branches
        reports.queries: choices listing run
        reports.summaries: catch_up sales_by_day takings_by_day
        reports.waiting: drop keep waiting
    """,
    "reports.run": """
        dashboard.queries: slower
    """,
    "payments.view": """
        payments.printing: preview print_receipt receipt
        payments.queries: day_total money_due of_customer of_day of_order
    """,
    "payments.take": """
        payments.commands: take_payment
    """,
    "payments.refund": """
        payments.commands: refund reverse
    """,
    "followups.view": """
        followups.queries.board: today
        followups.queries.lists: closed of_customer one open rules
    """,
    "followups.edit": """
        followups.batches: add_for_customers add_for_orders
        followups.commands: add assign close mark_seen reopen run_rules snooze
    """,
    "followups.rules": """
        followups.commands: set_rule
    """,
    "imports.run": """
        imports.commands.maps: forget_map save_map
        imports.commands.run: import_file
        imports.commands.mended: mapping_for mapping_of_rejects
        imports.queries: broken_off kept_maps look map_named
        sync.visiting: erased_before
    """,
    "settings.view": """
        access.taking_up: is_offered
        people.queries: shop
        printing.queries: habits
        settings: everything get
    """,
    "settings.edit": """
        access.taking_up: take_up
        customers.forms: set_form
        dashboard.targets: carry_over set_targets
        settings: put
    """,
    "shop.edit": """
        people.commands: edit_shop
    """,
    "people.view": """
        people.queries: everyone
    """,
    "people.manage": """
        people.commands: add_person edit_person person_left set_password
        demo.filling: fill
    """,
    "audit.view": """
        access.queries: acts
    """,
    "sync.view": """
        sync.queries: conflicts known_since notices put_aside status
        sync.sixwords: of_this_pc
        sync.standing: alone
        sync.elsewhere: branches
    """,
    "sync.review": """
        sync.commands: drop keep mend seen swap
    """,
    "sync.now": """
        sync.exchanging: exchange
    """,
    "sync.enrol": """
        sync.readdressing: follow
    """,
    "backup.view": """
        backup.queries: points status targets
        backup.since: since
    """,
    "backup.make": """
        backup.commands: back_up drill prune verify
    """,
    "backup.targets": """
        backup.commands: set_targets
    """,
    "doctor.bundle": """
        doctor.bundle: make
    """,
    "doctor.run": """
        doctor.queries: examine
    """,
}
"""A right, and the doors that ask for it: a module of `jewelcrm`, and its functions."""


def doors() -> dict[str, str]:
    """Every door by its full name, and its right."""
    found: dict[str, str] = {}
    for right, text in WORDS.items():
        module = ""
        for word in text.split():
            if word.endswith(":"):
                module = word[:-1]
            else:
                found[f"jewelcrm.{module}.{word}"] = right
    return found
