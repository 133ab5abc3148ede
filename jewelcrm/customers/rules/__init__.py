"""Pure decisions about customers: no session, no clock, no input or output."""

from jewelcrm.customers.rules.calendar import next_occurrence
from jewelcrm.customers.rules.consent import ConsentChoice, can_market
from jewelcrm.customers.rules.contacts import Contact, read_contact
from jewelcrm.customers.rules.emails import normal_email
from jewelcrm.customers.rules.names import display_name, split_name
from jewelcrm.customers.rules.phones import Phone, mask_phone, normal_phone, split_phones
from jewelcrm.customers.rules.ring_sizes import RingSize, read_size

__all__ = [
    "ConsentChoice",
    "Contact",
    "Phone",
    "RingSize",
    "can_market",
    "display_name",
    "mask_phone",
    "next_occurrence",
    "normal_email",
    "normal_phone",
    "read_contact",
    "read_size",
    "split_name",
    "split_phones",
]
