"""What jewelcrm.sync says to a person, marked so that it is translated."""

from __future__ import annotations

from ui.i18n import N_

SAID = (
    N_(
        "This PC has worked without head office for as long as it may. Connect it to the network: "
        "as soon as head office answers, everything is here again. Nothing is lost. If the date of "
        "this computer is wrong, set it."
    ),
    N_(
        "Head office has closed this branch. What is here stays, also what was not sent yet. Ask "
        "head office what becomes of this PC."
    ),
    N_(
        "Head office cannot be reached. Check the network; what you do is kept and sent later "
        "by itself."
    ),
    N_(
        "Whoever answers at head office's address is not head office: a proxy or another "
        "program on the way shows a certificate of its own. Nothing is sent. Ask for head "
        "office's address to be let through unopened."
    ),
    N_("The code is wrong, used or out of time. Ask head office for a new one."),
    N_("The log-in or the password is not right."),
    N_("You are not allowed to do this. Ask your manager."),
    N_("Head office does not know this. Look it up again."),
    N_(
        "Head office does not know your sign-in on this PC. While it can be reached, sign in with"
        " the password that head office gave you; if that does not help, let it give you a new one."
    ),
    N_("Head office has taken this PC off. What it held is erased."),
    N_("Head office has closed this branch. Ask head office what becomes of this PC."),
    N_("This program is too old to read from head office. Update it; work is still sent."),
    N_("Head office does not understand this program. Update it."),
    N_("Head office does not know this PC. Ask there whether it is still enrolled."),
    N_("This is too much at once for head office."),
    N_("Nobody at head office has confirmed this PC yet: the six words are to be compared."),
    N_("This PC's clock and head office's do not agree. Set the computer's date and time."),
    N_("The line repeats what is sent. Try again."),
    N_("Head office has had too many questions. Wait a little."),
    N_("Head office's disk is full. What you do is kept here and sent later."),
    N_("Head office is busy. It is tried again by itself."),
    N_("Something went wrong at head office. It is tried again by itself."),
    N_(
        "Whoever answers at this address does not know the code: it is not your head office, or "
        "somebody stands in between. Nothing was sent but this PC's public keys. Tell head "
        "office."
    ),
    N_(
        "Head office cannot be reached there. Check the address and the network, then try again "
        "with the same code."
    ),
    N_(
        "The log-in or the password is not right. The code is not used up: try again with the "
        "same one."
    ),
    N_("You have looked up many customers just now. Wait a little, or ask your manager."),
    N_("This result is too old. Look the customer up again."),
    N_(
        "You have not signed in on this PC yet, and head office cannot be reached to check the "
        "password. Somebody who has can sign in meanwhile."
    ),
    N_(
        "The log-in or the password is not right. If you have not signed in on this PC yet: let "
        "somebody who has sign in first, then press “Switch or sign out”, “Another person…” and "
        "“Somebody else…”."
    ),
    N_(
        "Head office lets you in, but your record has not come to this PC yet. Try again in a "
        "minute."
    ),
)
