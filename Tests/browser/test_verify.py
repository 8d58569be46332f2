"""A receipt is verified by a stranger: by the page alone, without the net, and by the server."""

from selenium.webdriver.common.keys import Keys


def test_a_stranger_verifies_a_receipt_without_the_net(console):
    """The page is loaded once; what is pasted then is worked out by the browser alone."""
    console.open("/p")
    number, proof = console.wait(lambda: console.driver.execute_async_script(
        "const [done] = arguments; fetch('/p/data/donations.csv').then((one) => one.text())"
        ".then((text) => text.match(/D-\\d{4}-\\d{6}/)[0])"
        ".then((no) => fetch(`/api/v1/proofs/${no}.tlog-proof`)"
        ".then(async (one) => done(one.ok && [no, await one.text()])));"), "a donation is proven")
    assert proof.startswith("c2sp.org/tlog-proof@v1\n"), proof
    console.open("/p/verify")
    verdict = console.find("output")
    assert not verdict.is_displayed()
    console.driver.execute_cdp_cmd("Network.enable", {})
    offline = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    console.driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions", offline | {"offline": True})
    try:
        paste = (
            "const field = document.getElementById('q'); field.value = arguments[0];"
            "field.dispatchEvent(new Event('input', {bubbles: true}))")
        console.driver.execute_script(paste, proof)
        console.wait(lambda: "서명이 맞습니다" in verdict.text, "the browser's verdict")
        console.picture("verify-offline")
        lines = proof.split("\n")
        for changed in (
            proof.replace(lines[2], "index 999"),
            proof.replace(lines[1], "extra " + "A" * 43 + "="),
            proof.replace(lines[3], "A" * 43 + "="),
            proof[: proof.rindex(" ") + 12] + "AAAA" + proof[proof.rindex(" ") + 16:],
            proof.split("\n\n")[0],
        ):
            assert changed != proof
            console.driver.execute_script(paste, changed)
            console.wait(lambda: "맞지 않습니다" in verdict.text, changed)
            console.driver.execute_script(paste, proof)
            console.wait(lambda: "서명이 맞습니다" in verdict.text, "good again")
        console.driver.execute_script(paste, number)
        console.wait(lambda: not verdict.is_displayed(), "a number is for the server")
    finally:
        console.driver.execute_cdp_cmd(
            "Network.emulateNetworkConditions", offline | {"offline": False})
    # The server says the same, step by step.
    field = console.find("#q")
    console.driver.execute_script("arguments[0].value = arguments[1]", field, proof)
    console.leave(lambda: console.tab_to("form.ask button").send_keys(Keys.ENTER))
    assert "그 뒤로 원장은 늘기만 했음: 맞음" in console.text("main")
