"""A ledger with an entry of every kind: what the sample lacks is recorded over HTTP by a clerk and
two managers, as an office would. Nothing here imports anything of Pumasi."""

import json
import subprocess

from clerks import Clerk, donation

CSV = (
    "접수 구분,기부자 번호,주소지,확인 사항,기탁서 번호,받는 지자체,금액,기부일,접수 경로\r\n"
    "접수,listed-1,11710,적합 서류 2026-03-02,2026-1,세종,30000,2026-03-02,고향사랑e음\r\n"
    "접수,listed-2,11710,적합 서류 2026-03-02,2026-2,대전,40000,2026-03-02,고향사랑e음\r\n")


class Office:
    """Whoever records: each request under a key of its own, and a surprise ends the soak."""

    def __init__(self, daemon):
        self.daemon = daemon
        self.staff = {
            "clerk": Clerk(daemon.port, daemon.token("clerk")),
            "manager": Clerk(daemon.port, daemon.token("manager")),
            "second": Clerk(daemon.port, daemon.token("manager", "soak-second")),
        }
        self.requests = 0

    def post(self, path, body, by="manager", kind="application/json"):
        """The id of what was recorded."""
        self.requests += 1
        sent = body if isinstance(body, (str, bytes)) else json.dumps(body)
        answer = self.staff[by].send(
            f"everything-{self.requests}", sent, path, {"Content-Type": kind, "If-Match": "*"})
        if answer is None or answer[0] not in (201, 202):
            raise SystemExit(f"{path}: unexpected answer {answer}")
        return json.loads(answer[1])["id"]

    def give(self, donor, amount, **more):
        """A donation taken in; further members take the place of usual ones."""
        body = json.loads(donation(donor, "36110", amount))
        return self.post("donations", {**body, **more}, by="clerk")

    def one(self, sql):
        return self.daemon.ask(sql)[0][0]


def record_everything(program, daemon):
    """Beside the sample, which stands in the ledger already."""
    office = Office(daemon)
    facts(office)
    corrections(office)
    lists(office)
    periods(office)
    people(office)
    exchanges(office)
    relays(office)
    subprocess.run(
        [program, "schedule", "run", "daily", "--reason", "soak", "--data", daemon.data],
        check=True, stdout=subprocess.DEVNULL)


def facts(office):
    project = office.post("projects", {
        "name_ko": "숲", "name_en": "Forest", "government": "36110", "purpose": 1,
        "open_from": "2025-01-01", "open_to": "2027-01-01", "goal": 1_000_000})
    bar = office.post("bars", {
        "government": "26000", "valid_from": "2025-05-01", "valid_to": "2025-06-01",
        "reason": "모집 강요"})
    office.post(f"bars/{bar}/publications", {"published_on": "2025-05-02"})
    office.post(f"bars/{bar}/endings", {"ends_on": "2025-05-20", "reason": "해제"})
    tie = office.post("interests", {
        "donor_key": "tied", "government": "36110", "relation": "contract",
        "valid_from": "2025-01-01", "valid_to": "2027-01-01", "note": "용역"})
    office.post(f"interests/{tie}/endings", {"ends_on": "2026-01-01", "reason": "끝"})
    gift = office.give(
        "generous", 100_000, purpose=1, project_id=project, channel="public_place",
        channel_name="축제장", official_receipt_no="2026-9",
        gift={"kind": "local_product", "value": 30_000, "wanted": True})
    bare = office.give("tidy", 20_000)
    office.post("official-receipts", {"donation": bare, "no": "2026-10", "issued_on": "2026-03-03"})
    for one in (gift, bare):
        office.post("official-receipts/recalls", {
            "donation": one, "recalled_on": "2026-03-04", "reason": "반납"})
    office.give("unlawful", 20_000, received_unlawful=1, residence="36110")
    figure = office.post("funds", {
        "year": 2025, "figure": "opening_balance", "amount": 1000, "document": "결산서"})
    office.post("funds", {
        "year": 2025, "figure": "opening_balance", "amount": 2000, "document": "결산서",
        "replaces": figure, "note": "오기"})
    office.post("funds", {
        "year": 2025, "figure": "use", "amount": 10, "document": "결산서", "project_id": project})
    office.post("funds", {
        "year": 2026, "figure": "head_item", "amount": 10, "document": "결산서", "title": "홍보"})
    office.post(f"projects/{project}/endings", {"ends_on": "2026-12-01", "reason": "완료"})


def corrections(office):
    def correct(one, **body):
        return office.post(f"donations/{one}/corrections", {"reason": "오입력", **body})
    correct(office.give("amended", 10_000), action="amend", changes={"amount": 20_000})
    one = office.give("restored", 10_000)
    correct(one, action="restore", corrects=correct(one, action="reverse"))
    correct(
        office.give("returned", 10_000), action="return", ground=1, amount=10_000,
        returned_on="2026-03-05", receipt_recalled=True)


def lists(office):
    """An import taken back as a whole, and one that stays."""
    first = office.post("imports", CSV, by="clerk", kind="text/csv")
    no = office.one(
        "SELECT to_char(recorded_at AT TIME ZONE 'Asia/Seoul', 'YYYY-') || to_char(entry_id, "
        f"'FM000000') FROM import WHERE id = '{first}'")
    office.post(f"imports/{first}/reversal", {"reason": "잘못된 파일", "confirm": f"I-{no}"})
    office.post("imports", CSV.replace("listed", "kept"), by="clerk", kind="text/csv")


def periods(office):
    """A closed month with what gets in late, one opened again, and what was asked in vain."""
    dated = {"donated_on": "2025-02-03", "checks": {
        "all": "passed document_submitted 2025-02-03", "pledge": "2025-7"}}
    in_time = office.give("punctual", 10_000, **dated)
    closing = office.post("periods", {"period": "2025-02", "reason": "결산"})
    leave = office.post(
        f"periods/{closing}/late-approvals", {"entries_max": 3, "reason": "우편 지연"})
    for number in range(2):
        office.give(f"late-{number}", 10_000, late_approval=leave, **dated)
    for action, verdict in (("reverse", "reject"), ("amend", "approve")):
        changes = {"changes": {"amount": 30_000}} if action == "amend" else {}
        asked = office.post(
            f"donations/{in_time}/corrections", {"action": action, "reason": "오입력", **changes})
        office.post("approvals", {
            "request": asked, "verdict": verdict, "reason": "확인"}, by="second")
    other = office.post("periods", {"period": "2025-03", "reason": "결산"})
    asked = office.post(f"periods/{other}/reopenings", {"reason": "누락"})
    office.post("approvals", {"request": asked, "verdict": "approve"}, by="second")


def people(office):
    ids = []
    for number in range(3):
        ids.append(office.post("people", {
            "name_ko": "가나다라"[number], "name_en": f"P{number}",
            **({"donor_key": "known"} if number == 2 else {}),
            "offices": [{
                "title_ko": "장", "title_en": "Head", "government": "36110",
                "constituency_ko": "갑", "constituency_en": "A", "party_ko": "무소속",
                "party_en": "none", "held_from": "2023-01-01", "held_to": "2024-01-01"}]}))
    held = office.one(f"SELECT id FROM office WHERE person_id = '{ids[0]}'")
    office.post(
        f"people/{ids[0]}/offices/{held}/endings", {"ends_on": "2023-07-01", "reason": "사임"})
    first = office.post(f"people/{ids[0]}/donors", {"donor_key": "joined"})
    office.give("joined", 10_000)
    office.post(f"people/{ids[0]}/donors/{first}/partings", {"reason": "동명이인"})
    office.post(f"people/{ids[1]}/donors", {"donor_key": "joined"})
    gone = office.give("forgotten", 10_000)
    office.post(f"donations/{gone}/erasures", {"reason": "정보주체의 요구"})


def exchanges(office):
    agreement = office.one("SELECT id FROM agreement ORDER BY entry_id LIMIT 1")
    office.post(f"agreements/{agreement}/documents", {
        "kind": "text", "title_ko": "협약서", "title_en": "Text",
        "link": "https://example.org/a", "sha256": "00" * 32, "credit": "시청"})
    office.post(f"agreements/{agreement}/statuses", {
        "state": "ended", "text_ko": "끝", "text_en": "over", "on": "2024-01-01"})
    office.post("agreements", {
        "kind": "sports", "title_ko": "협약", "title_en": "Agreement", "signed_on": "2026-01-01",
        "parties": [{"government": "11000"}, {"government": "36110"}],
        "places": [{"place_ko": "시청", "place_en": "City hall"}]})
    exchange = office.post("exchanges", {
        "occasion": "yearly", "on": "2026-03-01", "agreement_id": agreement, "note": "방문",
        "legs": [
            {"from": "11000", "to": "36110", "on": "2026-03-01", "people": 2, "amount": 20_000},
            {"from": "36110", "to": "11000", "department": "자치분권과", "on": "2026-03-01"}]})
    leg, back = [row[0] for row in office.daemon.ask(
        f"SELECT id FROM leg WHERE exchange_id = '{exchange}' ORDER BY entry_id")]
    gift = office.give("travelling", 10_000)
    office.post(f"exchanges/{exchange}/links", {"donation_id": gift, "leg_id": leg})
    office.post(f"exchanges/{exchange}/links", {
        "donation_id": gift, "linked": False, "reason": "잘못 이음"})
    office.post(f"exchanges/{exchange}/legs", {
        "from": "36110", "to": "11000", "on": "2026-03-01", "people": 1, "replaces": back})


def relays(office):
    source = office.post("sources", {
        "outlet": "신문", "headline": "머리", "language": "ko",
        "published_at": "2026-03-01T09:00:00+09:00", "link": "https://example.org/s",
        "sha256": "11" * 32})
    people = [row[0] for row in office.daemon.ask(
        "SELECT id FROM person ORDER BY entry_id DESC LIMIT 3")]
    relay = office.post("relays", {
        "name_ko": "잇기", "name_en": "Relay", "started_by": people[0],
        "nominations_per_participation": 3, "ends_on": "2027-01-01", "goal": 9})
    run = office.post(f"relays/{relay}/participations", {
        "person": people[0], "participated_on": "2026-03-01", "origin": True,
        "proof": {"link": "https://example.org/p", "sha256": "22" * 32,
                  "captured_on": "2026-03-02"},
        "claims": [{"source": source, "quote": "말", "attribute": "on", "value": "2026-03-02"}]})
    named = [office.post(f"relays/{relay}/nominations", {
        "participation_id": run, "nominee": person, "nominated_on": "2026-03-01",
    }) for person in people[1:]]
    office.post(f"relays/{relay}/replies", {
        "nomination": named[0], "reply": "declined", "replied_on": "2026-03-03",
        "claims": [{"source": source, "quote": "사양"}]})
    office.post(f"relays/{relay}/participations", {
        "person": people[2], "participated_on": "2026-03-04", "answers": [named[1]]})
    office.give("running", 10_000, participation_id=run)
    office.post("claims", {"subject": run, "claims": [
        {"source": source, "attribute": "on", "value": "2026-03-03"},
        {"source": source, "attribute": "person", "value": people[1]}]})
    place = office.one(
        f"SELECT entry_id || '/' || position FROM claim WHERE subject_id = '{run}' "
        "AND attribute = 'on' ORDER BY entry_id DESC LIMIT 1")
    office.post("choices", {
        "subject": run, "attribute": "on", "claim": place, "reason": "사진의 날짜"})
