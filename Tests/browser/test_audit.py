"""Whoever watches over the ledger: finds who saw what, has it verified, takes evidence away."""


def test_an_auditor_finds_who_looked_at_a_donation(console):
    console.sign_in("clerk").open("/donations")
    number = console.text("main table tbody th a")
    console.leave(lambda: console.find("main table tbody th a").click())
    console.sign_in("auditor")

    def told():
        console.open(f"/audit?subject={number}&action=read&author=clerk")
        return [row for row in console.all("main table tbody tr") if number in row.text]

    rows = console.wait(told, "the reading stands in the log")
    assert "/donations/" in rows[0].text
    assert "127.0.0.1" in rows[0].text


def test_a_verification_is_ordered_and_tells_what_came_of_it(console):
    console.sign_in("auditor").open("/audit")
    console.leave(lambda: console.find("form[action='/audit/verifications'] button").click())
    assert console.path == "/audit#verification"

    def verified():
        console.open("/audit")
        return "이상 없음" in console.text("#verification")

    console.wait(verified, "the verification is written down")
    assert "ok entries=" in console.text("#verification")
    console.picture("audit-verified")


def test_evidence_wants_a_reason(console):
    console.sign_in("auditor").open("/audit")
    form = "form[action='/audit/bundle']"
    console.leave(lambda: console.find(f"{form} button").click())
    assert "사유" in console.text("body")
