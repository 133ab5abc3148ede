import pytest

from jewelcrm.customers import lists
from jewelcrm.customers.rules.checks import country, listed, required, tidy, tidy_body
from jewelcrm.customers.rules.collection import (
    FORMS,
    NEVER,
    form_for,
    open_steps,
    refuse_forbidden,
    require_complete,
    steps,
)
from jewelcrm.customers.rules.contacts import home_region, mask_contact, read_contact
from jewelcrm.customers.rules.fields import checked_fields, checked_person
from jewelcrm.customers.rules.profile import next_question
from jewelcrm.errors import CanFix

ALL_LISTS = [value for value in vars(lists).values() if isinstance(value, lists.Choices)]


def test_every_list_has_distinct_codes_and_words_in_both_languages():
    for choices in ALL_LISTS:
        codes = choices.codes()
        assert len(set(codes)) == len(codes)
        assert all(choice.en and choice.zh for choice in choices)


def test_hong_kong_has_eighteen_districts():
    assert len(lists.DISTRICTS) == 18


def test_the_mirror_of_a_mirror_is_the_tie_itself():
    for code in lists.RELATIONS.codes():
        mirrored = lists.MIRRORS.get(code, code)
        assert lists.RELATIONS.find(mirrored)
        assert lists.MIRRORS.get(mirrored, mirrored) == code


@pytest.mark.parametrize("text", ["yue", "Cantonese", "cantonese ", "廣東話"])
def test_a_choice_is_understood_by_code_or_words(text):
    assert listed("language", lists.LANGUAGES, text) == "yue"


def test_a_choice_that_is_not_in_the_list_is_refused_with_the_nearest():
    with pytest.raises(CanFix, match="Did you mean Cantonese") as refused:
        listed("language", lists.LANGUAGES, "Cantonesse")
    assert refused.value.field == "language"
    with pytest.raises(CanFix, match="Choose one of: Walk-in"):
        listed("source", lists.SOURCES, "zzz")


def test_texts_are_tidied_not_changed():
    assert tidy("  Chan\u200b  Tai\tMan\x00 ") == "Chan Tai Man"
    assert tidy("   ") is None
    assert tidy_body("line one  \r\n\nline two\x07 ") == "line one\n\nline two"
    assert country("hk") == "HK"


def test_a_missing_field_is_asked_for_by_its_name():
    with pytest.raises(CanFix, match="Fill in: Wish") as refused:
        required("description", "Wish", " ")
    assert refused.value.field == "description"


@pytest.mark.parametrize(
    ("kind", "value", "normal", "checked"),
    [
        ("phone", "9123 4567", "+85291234567", "valid"),
        ("phone", "9123 456", "+8529123456", "unlikely"),
        ("email", "Amy@Example.HK", "amy@example.hk", "valid"),
        ("email", "amy@localhost", "amy@localhost", "unlikely"),
        ("whatsapp", "9123 4567", "+85291234567", "valid"),
        ("whatsapp", "Amy C", "amyc", None),
        ("wechat", "Amy_Chan88", "amy_chan88", None),
    ],
)
def test_a_contact_is_kept_as_given_and_in_one_normal_form(kind, value, normal, checked):
    contact = read_contact(kind, value)
    assert (contact.value, contact.normal, contact.checked) == (value, normal, checked)


@pytest.mark.parametrize(
    ("kind", "value"), [("phone", "ask her"), ("email", "amy"), ("fax", "1"), ("phone", " ")]
)
def test_a_contact_that_is_none_is_refused(kind, value):
    with pytest.raises(CanFix):
        read_contact(kind, value)


def test_the_shop_in_macau_reads_macau_numbers():
    assert read_contact("phone", "6612 3456", region=home_region("MOP")).normal == "+85366123456"
    assert home_region("HKD") == "HK"


def test_masks_hide_every_kind_of_contact():
    assert mask_contact("phone", "+85291234567") == "+852 •••• •567"
    assert mask_contact("email", "amy@example.hk") == "a•••@example.hk"
    assert mask_contact("wechat", "amychan") == "a•••"


def test_a_chinese_name_in_the_only_name_field_goes_where_it_belongs():
    person = checked_person({"name": "陳大文 Chan Tai Man", "name_zh": None})
    assert (person["name"], person["name_zh"]) == ("Chan Tai Man", "陳大文")


def test_a_card_needs_a_name_in_either_script():
    with pytest.raises(CanFix, match="Fill in a name"):
        checked_person({"name": " ", "name_zh": None})


def test_a_district_of_hong_kong_is_from_the_list_and_abroad_any_place():
    assert checked_fields({"district": "沙田", "country": "HK"})["district"] == "sha_tin"
    assert checked_fields({"district": "Shenzhen", "country": "CN"})["district"] == "Shenzhen"
    with pytest.raises(CanFix, match="Did you mean Kwun Tong"):
        checked_fields({"district": "Kwun Tung", "country": "HK"})


def test_an_old_customer_number_that_looks_like_a_card_number_is_kept():
    assert checked_fields({"external_key": "A1234563"}) == {"external_key": "A1234563"}
    with pytest.raises(CanFix, match="identity card"):
        checked_fields({"external_key": "A123456(3)"})


def test_the_checklist_shows_what_is_still_to_ask():
    form = FORMS["walk_in"]
    assert [s.field for s in open_steps(form, {"name", "contact"})] == ["consent", "source"]
    assert all(step.done for step in steps(form, {*form.required, *form.recommended}))


def test_a_record_with_an_open_step_cannot_be_called_complete():
    with pytest.raises(CanFix, match="Asked about marketing, How the customer found us"):
        require_complete(FORMS["walk_in"], {"name", "contact"})
    require_complete(FORMS["walk_in"], set(FORMS["walk_in"].required))


def test_a_forbidden_field_is_refused_with_the_principle():
    with pytest.raises(CanFix, match="data protection principle 1"):
        refuse_forbidden(form_for("walk_in"), {"income"})


def test_the_shop_may_change_its_forms_but_never_ask_for_the_identity_card():
    changed = {"walk_in": {"required": ["name", "birthday", "nonsense"], "forbidden": []}}
    form = form_for("walk_in", changed)
    assert form.required == ("name", "birthday")
    assert form.forbidden == NEVER
    assert form_for("phone", changed) == FORMS["phone"]
    assert form_for("walk_in", {"walk_in": {"forbidden": ["name"]}}).forbidden == NEVER


def test_one_best_question_is_asked_at_a_time():
    first = next_question(set())
    assert first.field == "contact"
    assert next_question({"contact"}).field == "consent"
    assert next_question({"contact"}, skipped={"consent"}).field == "name_zh"


def test_no_question_is_left_when_all_is_known():
    known = set()
    while question := next_question(known):
        assert question.why
        known.add(question.field)
    assert len(known) == 15
