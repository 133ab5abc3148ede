"""What commissioning says is in Chinese to its last word, also what stands inside of sentences."""

import pytest

from jewelcrm.commissioning.words import said_in, spoken


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("kept; starts at log-on", "已儲存；登入電腦時啟動"),
        (
            "opens the store; somebody has it and typed its end",
            "可開啟資料庫；已有人抄下，並輸入末五個字元",
        ),
        ("made and read again", "已備份並重新讀取核對"),
        ("made and read again; also at 2 more places", "已備份並重新讀取核對；另有 2 個位置"),
        (
            "put back and opened by the recovery key: 1,204 customers, 3 orders",
            "已試還原，並以復原金鑰開啟：1,204 位顧客、3 張訂單",
        ),
        (
            "1280 x 720 or more is wanted; choose a smaller size of text.",
            "需要 1280 x 720 或以上；請選擇較小的文字。",
        ),
    ],
)
def test_a_sentence_is_chinese_to_its_last_word(english, chinese):
    assert spoken("zh_HK").words(english) == chinese


def test_the_template_that_says_most_is_taken():
    pairs = {"{a}; {b}": "{a}；{b}", "kept; {a}": "已儲存；{a}", "now": "現在"}
    assert said_in("kept; now", pairs) == "已儲存；現在"
    assert said_in("a name of somebody", pairs) == "a name of somebody"


def test_a_blank_that_is_all_of_it_ends():
    assert said_in("a; b; c", {"{a}": "{a}", "{a}; {b}": "{a}；{b}"}) == "a; b; c"
