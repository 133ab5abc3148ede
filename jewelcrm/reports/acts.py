"""What the acts of the audit log are called where people read it."""

from __future__ import annotations

from jewelcrm.access.catalogue import RIGHTS
from jewelcrm.customers.lists import choices
from jewelcrm.script import said

_ACTS = choices(
    ("aside.dropped", "Work put aside given up", "放棄擱置的資料"),
    ("aside.mended", "Work put aside mended", "更正擱置的資料"),
    ("backup.targets", "Second place of backups changed", "更改備份的第二處"),
    ("change.undone", "Change undone", "還原更改"),
    ("conflict.kept", "Conflict settled: kept", "處理衝突：保留"),
    ("conflict.swapped", "Conflict settled: the other taken", "處理衝突：改用另一值"),
    ("customer.archived", "Customer put away", "收起顧客"),
    ("customer.restored", "Customer brought back", "取回顧客"),
    ("dashboard.targets", "Targets changed", "更改目標"),
    ("doctor.bundle", "Package for support made", "製作支援套件"),
    ("enrolment.done", "PC joined head office", "加入總公司"),
    ("extraction", "Rows taken out", "取出資料"),
    ("followups.rule", "Rule of follow-ups changed", "更改跟進規則"),
    ("imports.begun", "Import begun", "開始匯入"),
    ("imports.run", "File imported", "匯入檔案"),
    ("key.keyring", "Keyring keeps half of the key", "鑰匙圈保存一半金鑰"),
    ("key.rotated", "Key changed", "已更換金鑰"),
    ("key.rotation", "Change of the key begun", "開始更換金鑰"),
    ("office.moved", "Head office has another address", "總公司地址更改"),
    ("orders.cancel", "Order cancelled", "取消訂單"),
    ("password.changed", "Password changed", "更改密碼"),
    ("password.set", "Password set for somebody", "為他人設定密碼"),
    ("payments.refund", "Payment given back", "退款"),
    ("payments.reverse", "Entry reversed", "沖銷收付"),
    ("people.added", "Person added", "新增員工"),
    ("people.changed", "Person changed", "更改員工"),
    ("people.left", "Person left", "員工離職"),
    ("pin.set", "PIN set", "設定 PIN"),
    ("recovery.key", "Recovery key renewed", "更換復原金鑰"),
    ("recovery.office", "Opened with head office's help", "經總公司開啟"),
    ("recovery.used", "Recovery code used", "使用復原碼"),
    ("reports.granted", "Report opened to a department", "開放報表予部門"),
    ("reports.joined", "Joined a department", "加入部門"),
    ("reports.left", "Left a department", "離開部門"),
    ("reports.run", "Report run", "執行報表"),
    ("reports.subscribed", "Report subscribed to", "訂閱報表"),
    ("reports.unsubscribed", "Subscription ended", "取消訂閱報表"),
    ("reports.withdrawn", "Report withdrawn from a department", "收回部門的報表"),
    ("restore.brought_back", "Unsent work brought back", "取回未傳送的資料"),
    ("restore.let_go", "Unsent work let go", "放棄未傳送的資料"),
    ("setting.changed", "Setting changed", "更改設定"),
    ("shop.changed", "Shop's name or address changed", "更改店舖名稱或地址"),
    ("signin.password", "Signed in with a password", "以密碼登入"),
    ("signin.pin", "Signed in with a PIN", "以 PIN 登入"),
    ("store.made", "Store made", "建立資料庫"),
    ("store.put_back", "Backup put back", "還原備份"),
    ("store.restored", "Backup restored elsewhere", "備份還原至別處"),
)


def act_words(action: str, language: str) -> str:
    """The act in words; of one that was refused, what it would have been."""
    if (known := _ACTS.find(action)) is not None:
        return known.label(language)
    right = RIGHTS.get(action)
    return said(language, right.words) if right is not None else action
