"""What jewelcrm.backup says to a person, marked so that it is translated."""

from __future__ import annotations

from ui.i18n import N_

SAID = (
    N_("A backup is being made or put back just now. Try again when it is done."),
    N_("It is not there just now. Plug it in, or connect to it."),
    N_("The newest backup is not on it yet."),
    N_("It is full. Free some space on it, or take a larger one."),
    N_("It cannot be written. Take off its write protection, or ask for write access."),
    N_("This is the folder of the store itself. Choose another disk, or a stick."),
    N_("There is no folder {path}. Make it, or plug in or connect the disk it lies on."),
    N_("No stick with the label {label} is plugged in."),
    N_("This PC belongs to no head office."),
    N_("There is no backup {id} there. List them: jewelcrm-admin backup list"),
    N_("There is no backup yet. Make one first."),
    N_("This backup was made by a newer JewelCRM. Update the program first, then use it."),
    N_("{path} is a link to another place. Name the folder itself, or choose another one."),
    N_("There is something else in {path}. Choose an empty folder, or that of a store."),
    N_("A folder of the backups there is a link to another place. Choose another folder."),
    N_("The list of the backup's parts is too long. It is not used."),
    N_("Head office could not be asked; the backup itself was tried as a whole."),
    N_("Head office knows all that the backup says it knows."),
    N_(
        "The backup is whole, but head office does not know all that the backup says it knows: "
        "head office was put back to an older state. Let this PC sync, then tell head office."
    ),
    N_("The file that describes this backup was changed. It is not used."),
    N_("This backup was not made by this store. It is not used."),
    N_("The newest backup is not in its folder any more: somebody took it away. Make a new one."),
    N_(
        "This is a backup of branch {theirs}, and this PC belongs to branch {ours}. Nothing was "
        "changed. Take a backup of this branch."
    ),
    N_(
        "Connect this PC to head office before anybody works on it: what other PCs did since this "
        "backup comes first, and head office gives this PC a new letter."
    ),
    N_("The backup file {name} is damaged. It is not used. Take another backup."),
    N_("This backup is damaged: {what}. It is not used. Take another backup."),
    N_("Head office has not got the whole backup yet. It is sent again later."),
    N_(
        "There is another store in this folder, and it does not open with this. Nothing was "
        "changed. Put the backup into another folder, or open the store there first."
    ),
    N_("Stopped. The backup before is still there."),
    N_("Stopped. The store is as it was."),
    N_("Stopped. It goes on with the next backup."),
    N_("A part of the backup is missing. It is not used."),
    N_("Too much was written during the backup. It is tried again later."),
    N_("Somebody has been reading for too long. The backup is tried again later."),
    N_("The store changed while it was copied. The backup is tried again."),
    N_("A file cannot be read; the disk may be failing or was pulled out."),
    N_("There is no checked backup yet."),
    N_("The last checked backup is more than two days old."),
    N_("The last checked backup is more than a day old."),
    N_("No backup has been restored for trial lately."),
    N_("The newest backup is checked, and one was restored for trial lately."),
)
