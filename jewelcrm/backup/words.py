"""Sentences about backups that several say. English; the window translates them."""

from __future__ import annotations

BUSY = "A backup is being made or put back just now. Try again when it is done."
AWAY = "It is not there just now. Plug it in, or connect to it."
BEHIND = "The newest backup is not on it yet."
FULL = "It is full. Free some space on it, or take a larger one."
READ_ONLY = "It cannot be written. Take off its write protection, or ask for write access."
OWN_DISK = "This is the folder of the store itself. Choose another disk, or a stick."
NO_FOLDER = "There is no folder {path}. Make it, or plug in or connect the disk it lies on."
NO_LABEL = "No stick with the label {label} is plugged in."
NO_OFFICE = "This PC belongs to no head office."
NO_SUCH = "There is no backup {id} there. List them: jewelcrm-admin backup list"
BAD_FILE = "The backup file {name} is damaged. It is not used. Take another backup."
BAD_POINT = "This backup is damaged: {what}. It is not used. Take another backup."
OFFICE_LACKS = (
    "The backup is whole, but head office does not know all that the backup says it knows: head"
    " office was put back to an older state. Let this PC sync, then tell head office."
)
OFFICE_AWAY = "Head office could not be asked; the backup itself was tried as a whole."
OFFICE_KNOWS = "Head office knows all that the backup says it knows."
OFFICE: dict[str, str] = {
    "": "",
    "known": OFFICE_KNOWS,
    "away": OFFICE_AWAY,
    "lacks": OFFICE_LACKS,
}
"""By what head office said in a drill."""
NEWER = "This backup was made by a newer JewelCRM. Update the program first, then use it."
FORGED = "The file that describes this backup was changed. It is not used."
LINK = "{path} is a link to another place. Name the folder itself, or choose another one."
TAKEN = "There is something else in {path}. Choose an empty folder, or that of a store."
CHANGED = "The file {name} beside the backups was changed. It is not used. Check the backups again."
NOT_WHOLE = "Head office has not got the whole backup yet. It is sent again later."
