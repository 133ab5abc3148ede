"""Controlled lists of the customer card: one code each, in English and Traditional Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jewelcrm.script import chosen


@dataclass(frozen=True)
class Choice:
    """One entry of a list: `code` is what is kept, the words are what people read."""

    code: str
    en: str
    zh: str

    def label(self, language: str = "en") -> str:
        """The words in `language` ("en", "zh_HK" or "zh_CN")."""
        return chosen(language, self.en, self.zh)


class Choices(tuple[Choice, ...]):
    """A closed list, in the order people should see it."""

    __slots__ = ()

    def codes(self) -> tuple[str, ...]:
        """What may be kept, in the order shown."""
        return tuple(choice.code for choice in self)

    def find(self, code: str | None) -> Choice | None:
        """The entry with this code, if there is one."""
        return next((choice for choice in self if choice.code == code), None)

    def label(self, code: str | None, language: str = "en") -> str:
        """The words for `code`; a code from elsewhere is shown as it is."""
        choice = self.find(code)
        return choice.label(language) if choice else code or ""

    def read(self, text: str) -> str | None:
        """The code a person meant: by code, English or Chinese words, whatever the case."""
        wanted = text.strip().casefold()
        return next((choice.code for choice in self if wanted in _spoken(choice)), None)


def _spoken(choice: Choice) -> tuple[str, ...]:
    return (choice.code.casefold(), choice.en.casefold(), choice.zh)


def choices(*entries: tuple[str, str, str]) -> Choices:
    return Choices(Choice(*entry) for entry in entries)


TITLES = choices(
    ("Mr", "Mr", "先生"),
    ("Ms", "Ms", "女士"),
    ("Mrs", "Mrs", "太太"),
    ("Miss", "Miss", "小姐"),
    ("Dr", "Dr", "醫生／博士"),
    ("Prof", "Professor", "教授"),
    ("Madam", "Madam", "夫人"),
)

LANGUAGES = choices(
    ("yue", "Cantonese", "廣東話"),
    ("cmn", "Mandarin", "普通話"),
    ("en", "English", "英語"),
    ("ja", "Japanese", "日語"),
    ("ko", "Korean", "韓語"),
    ("th", "Thai", "泰語"),
    ("id", "Indonesian", "印尼語"),
    ("tl", "Filipino", "菲律賓語"),
    ("fr", "French", "法語"),
    ("hi", "Hindi", "印地語"),
)
"""The language she likes to be served in."""

GENDERS = choices(("female", "Female", "女"), ("male", "Male", "男"), ("other", "Other", "其他"))

SOURCES = choices(
    ("walk_in", "Walk-in", "門市客"),
    ("referral", "Referred by a customer", "顧客介紹"),
    ("phone", "Telephone enquiry", "電話查詢"),
    ("web", "Web site", "網站"),
    ("social", "Social media", "社交媒體"),
    ("event", "Event or wedding fair", "活動／婚展"),
    ("mall", "Mall promotion", "商場推廣"),
    ("advertisement", "Advertisement", "廣告"),
    ("corporate", "Corporate gifts", "企業禮品"),
    ("import", "Earlier records", "舊有紀錄"),
)
"""How she found the shop."""

CARD_STATES = choices(("open", "to complete", "待補資料"), ("complete", "complete", "已齊"))

CHECKS = choices(
    ("valid", "as it should be", "正確"),
    ("unlikely", "to be made sure of", "有待核實"),
    ("bounced", "does not arrive", "無法送達"),
)
"""Whether a phone or an e-mail address can be one."""

YES_NO = choices(("yes", "yes", "是"), ("no", "no", "否"))

TIERS = choices(
    ("standard", "Standard", "普通"),
    ("silver", "Silver", "銀"),
    ("gold", "Gold", "金"),
    ("vip", "VIP", "貴賓"),
)

DISTRICTS = choices(
    ("central_western", "Central and Western", "中西區"),
    ("eastern", "Eastern", "東區"),
    ("southern", "Southern", "南區"),
    ("wan_chai", "Wan Chai", "灣仔"),
    ("kowloon_city", "Kowloon City", "九龍城"),
    ("kwun_tong", "Kwun Tong", "觀塘"),
    ("sham_shui_po", "Sham Shui Po", "深水埗"),
    ("wong_tai_sin", "Wong Tai Sin", "黃大仙"),
    ("yau_tsim_mong", "Yau Tsim Mong", "油尖旺"),
    ("islands", "Islands", "離島"),
    ("kwai_tsing", "Kwai Tsing", "葵青"),
    ("north", "North", "北區"),
    ("sai_kung", "Sai Kung", "西貢"),
    ("sha_tin", "Sha Tin", "沙田"),
    ("tai_po", "Tai Po", "大埔"),
    ("tsuen_wan", "Tsuen Wan", "荃灣"),
    ("tuen_mun", "Tuen Mun", "屯門"),
    ("yuen_long", "Yuen Long", "元朗"),
)
"""The 18 districts of Hong Kong (District Councils Ordinance, Cap. 547)."""

CONTACT_KINDS = choices(
    ("phone", "Phone", "電話"),
    ("email", "E-mail", "電郵"),
    ("whatsapp", "WhatsApp", "WhatsApp"),
    ("wechat", "WeChat", "微信"),
    ("other", "Other", "其他"),
)

CONTACT_LABELS = choices(
    ("mobile", "Mobile", "手提"),
    ("home", "Home", "住宅"),
    ("office", "Office", "公司"),
    ("other", "Other", "其他"),
)

OCCASIONS = choices(
    ("birthday", "Birthday", "生日"),
    ("anniversary", "Wedding anniversary", "結婚週年"),
    ("wedding", "Wedding day", "婚禮日期"),
    ("betrothal", "Betrothal gifts ceremony", "過大禮"),
    ("engagement", "Engagement", "訂婚"),
    ("other", "Other occasion", "其他重要日子"),
)

CALENDARS = choices(("solar", "Gregorian", "公曆"), ("lunar", "Lunar", "農曆"))

RELATIONS = choices(
    ("spouse", "Spouse", "配偶"),
    ("partner", "Partner", "伴侶"),
    ("parent", "Parent", "父母"),
    ("child", "Child", "子女"),
    ("sibling", "Brother or sister", "兄弟姊妹"),
    ("grandparent", "Grandparent", "祖父母"),
    ("grandchild", "Grandchild", "孫兒女"),
    ("friend", "Friend", "朋友"),
    ("colleague", "Colleague", "同事"),
    ("referred", "Was introduced by the customer", "由她介紹"),
    ("referred_by", "Introduced the customer", "介紹人"),
    ("guardian", "Guardian", "監護人"),
    ("ward", "Ward", "受監護人"),
)
"""What the *other* person is to this customer."""

MIRRORS: Mapping[str, str] = {
    "parent": "child",
    "child": "parent",
    "grandparent": "grandchild",
    "grandchild": "grandparent",
    "referred": "referred_by",
    "referred_by": "referred",
    "guardian": "ward",
    "ward": "guardian",
}
"""The same tie seen from the other side; what is not here mirrors itself."""

HANDS = choices(("left", "Left hand", "左手"), ("right", "Right hand", "右手"))

FINGERS = choices(
    ("thumb", "Thumb", "拇指"),
    ("index", "Index finger", "食指"),
    ("middle", "Middle finger", "中指"),
    ("ring", "Ring finger", "無名指"),
    ("little", "Little finger", "尾指"),
)

PREFERENCE_KINDS = choices(
    ("metal", "Metal", "金屬"),
    ("stone", "Stone", "寶石"),
    ("style", "Style", "款式偏好"),
    ("allergy", "Allergy", "敏感"),
    ("service", "Service", "服務偏好"),
    ("dislike", "Does not like", "不喜歡"),
    ("budget", "Budget", "預算"),
    ("tag", "Tag", "標籤"),
)

BASES = choices(("stated", "Stated", "顧客表示"), ("seen", "We noticed", "店員觀察"))

METALS = choices(
    ("chuk_kam", "Chuk Kam (pure gold)", "足金"),
    ("hard_gold", "3D / 5G hard gold", "硬金（3D／5G）"),
    ("k_gold", "Carat gold", "K金"),
    ("white_gold", "White gold", "白色黃金（白K金）"),
    ("rose_gold", "Rose gold", "玫瑰金"),
    ("platinum", "Platinum", "鉑金／白金"),
    ("palladium", "Palladium", "鈀金"),
    ("sterling_silver", "Sterling silver (925)", "925純銀"),
)

STONES = choices(
    ("diamond", "Diamond", "鑽石"),
    ("lab_grown_diamond", "Laboratory-grown diamond", "實驗室培育鑽石"),
    ("fancy_colour", "Fancy colour diamond", "彩鑽"),
    ("fei_cui", "Fei cui (jadeite family)", "翡翠"),
    ("nephrite", "Nephrite", "軟玉（和田玉）"),
    ("ruby", "Ruby", "紅寶石"),
    ("sapphire", "Sapphire", "藍寶石"),
    ("emerald", "Emerald", "祖母綠（綠寶石）"),
    ("pearl", "Pearl", "珍珠"),
    ("spinel", "Spinel", "尖晶石"),
    ("tourmaline", "Tourmaline", "碧璽"),
    ("opal", "Opal", "蛋白石"),
    ("amber", "Amber", "琥珀"),
    ("coral", "Coral", "珊瑚"),
)

STYLES = choices(
    ("classic", "Classic", "經典"),
    ("minimal", "Plain and light", "簡約"),
    ("modern", "Modern", "時尚"),
    ("vintage", "Vintage", "復古"),
    ("bold", "Large and bold", "誇張"),
    ("traditional", "Chinese traditional", "中式傳統"),
    ("bridal", "Bridal", "婚嫁"),
    ("zodiac", "Zodiac", "生肖"),
    ("everyday", "For every day", "日常配戴"),
    ("investment", "To keep its value", "保值"),
)

ALLERGIES = choices(
    ("nickel", "Nickel", "鎳"),
    ("cobalt", "Cobalt", "鈷"),
    ("copper", "Copper", "銅"),
    ("silver", "Silver", "銀"),
    ("palladium", "Palladium", "鈀金"),
    ("plating", "Plated metal", "電鍍金屬"),
    ("latex", "Latex", "乳膠"),
)

SERVICES = choices(
    ("private_room", "Prefers a private room", "喜歡貴賓室"),
    ("no_calls_before_11", "No calls before 11", "上午11時前勿致電"),
    ("no_calls", "Write, do not call", "請以訊息聯絡"),
    ("gift_secrecy", "Gifts are a secret", "禮物保密"),
    ("sit_down", "Likes to sit down", "喜歡坐下慢慢看"),
    ("tea", "Tea", "茶"),
    ("coffee", "Coffee", "咖啡"),
    ("water", "Water", "清水"),
    ("no_photos", "No photographs", "不要拍照"),
    ("wheelchair", "Needs step-free access", "需要無障礙通道"),
    ("same_assistant", "Always the same assistant", "固定銷售員"),
    ("quick", "In a hurry: be brief", "趕時間"),
)
"""Service preferences, shown as icons on the card and heeded by reminder times."""

NO_CALLS_BEFORE: Mapping[str, int] = {"no_calls_before_11": 11}
"""The hour (shop's time) before which a person with this preference is not called."""

NOTE_CHANNELS = choices(
    ("note", "Note", "備註"),
    ("visit", "Visit", "到店"),
    ("call", "Call", "電話"),
    ("whatsapp", "WhatsApp", "WhatsApp"),
    ("wechat", "WeChat", "微信"),
    ("email", "E-mail", "電郵"),
)

WISH_STATES = choices(
    ("open", "Still wished for", "仍想要"),
    ("bought", "Bought", "已購買"),
    ("dropped", "No longer wanted", "不再需要"),
)

CONSENT_STATES = choices(
    ("unknown", "Not asked", "未詢問"),
    ("consented", "Agreed", "同意"),
    ("refused", "Refused", "拒絕"),
    ("withdrawn", "Withdrawn", "撤回"),
)

CONSENT_SOURCES = choices(
    ("form", "Signed form", "簽署表格"),
    ("oral", "Spoken", "口頭"),
    ("web", "Web site", "網站"),
    ("import", "Earlier records", "舊有紀錄"),
    ("event", "Event", "活動"),
    ("confirmed", "Confirmed in writing", "已書面確認"),
)

PURPOSES = choices(
    ("own_dm", "Our own direct marketing", "本店直接促銷"),
    ("provide_third_party", "Giving data to others for marketing", "向第三者提供資料作促銷"),
)

CHANNELS = choices(
    ("all", "Every channel", "所有途徑"),
    ("mail", "Post", "郵寄"),
    ("email", "E-mail", "電郵"),
    ("sms", "SMS", "短訊"),
    ("whatsapp", "WhatsApp", "WhatsApp"),
    ("wechat", "WeChat", "微信"),
    ("phone", "Phone call", "電話"),
)

SUBJECT_CLASSES = choices(
    ("all", "All classes listed in the notice", "聲明所列全部類別"),
    ("gold", "Gold jewellery", "黃金首飾"),
    ("gems", "Diamond and gem jewellery", "鑽石及寶石首飾"),
    ("jade", "Jade", "翡翠玉石"),
    ("watches", "Watches", "手錶"),
    ("services", "Cleaning and repair services", "清洗及維修服務"),
    ("events", "Events", "活動"),
)
"""Classes of marketing subjects: a closed list, since loose wording is void (s.35C)."""

INTAKES = choices(
    ("walk_in", "At the counter", "門市"),
    ("phone", "By telephone", "電話"),
    ("web", "Web site", "網站"),
)
"""Where a record is begun: each has its own checklist."""

CHOICES_OF_PREFERENCE: Mapping[str, Choices] = {
    "metal": METALS,
    "stone": STONES,
    "style": STYLES,
    "allergy": ALLERGIES,
    "service": SERVICES,
}
"""Kinds of preference that have a list; tags, budgets and dislikes are free words."""
