"""What few donations have, folded away below the form: nobody who types fast meets it, and nothing
in it is sent unseen."""

from selenium.webdriver.common.keys import Keys

FIELDS_MAX = 40


def focused(console) -> tuple:
    field = console.driver.switch_to.active_element
    return field.get_attribute("name"), field.get_attribute("type")


def test_enter_passes_the_folded_part_by(console):
    console.sign_in("clerk").open("/donations/new")
    seen = []
    while focused(console)[1] != "submit" and len(seen) < FIELDS_MAX:
        seen.append(focused(console)[0])
        console.press(Keys.ENTER)
    assert "donated_on" in seen and focused(console)[1] == "submit", seen
    assert not {"gift_value", "received_unlawful", "check_person"} & set(seen)


def test_what_nobody_filled_in_stays_folded(console):
    console.sign_in("clerk").open("/donations/new")
    console.find("#f-amount").send_keys("12만")
    console.open("/donations/new")
    assert console.find("#f-amount").get_attribute("value") == "12만"
    assert console.find("form.entry details").get_attribute("open") is None


def test_a_draft_that_comes_back_is_in_sight(console):
    console.sign_in("clerk").open("/donations/new")
    folded = "form.entry details"
    assert console.find(folded).get_attribute("open") is None
    console.find(folded + " summary").click()
    console.find("#f-gift_value").send_keys("30000")
    console.open("/donations/new")
    assert console.find(folded).get_attribute("open") is not None
    assert console.find("#f-gift_value").get_attribute("value") == "30000"
    assert console.find("#f-gift_value").is_displayed()
