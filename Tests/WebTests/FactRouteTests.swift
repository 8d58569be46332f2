import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// The facts that rules need: projects, bars, declared interests, official receipts.
@Suite struct FactRouteTests {
    static let project = """
        {"name_ko":"도서관","name_en":"Library","government":"36110","purpose":2,
        "open_from":"2026-01-01","open_to":"2026-07-01","goal":"1000만"}
        """
    static let bar = """
        {"government":"36110","valid_from":"2026-02-01","valid_to":"2026-04-01","reason":"권유"}
        """
    static let interest = """
        {"donor_key":"d-1","government":"36110","relation":"contract","valid_from":"2026-01-01",
        "note":"청소 용역"}
        """

    private func gift(_ more: String = "", key: String, to web: LedgerInterface) async throws
        -> TestResponse
    {
        let body = DonationRouteTests.body { $0.replace(#""amount""#, with: more + #""amount""#) }
        return try await web.post("donations", body, key: key)
    }

    @Test func `a project is recorded, named by donations, counted and ended`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("projects", Self.project, key: "p")
            let first = try await gift(#""project_id":"\#(id)","purpose":2,"#, key: "1", to: web)
            #expect(first.status == .created, "\(first.text)")
            let other = try await gift(#""project_id":"\#(id)","purpose":1,"#, key: "2", to: web)
            #expect(try other.faults == ["project_id project_not_open"])
            let shown = try await web.get("projects/\(id)", as: .clerk).value
            #expect(shown["name"] == "도서관" && shown["no"]?.string?.hasPrefix("J-") == true)
            #expect(shown["purpose_name"] == "문화·예술·보건")
            #expect(shown["amount"] == 100_000 && shown["donations"] == 1)
            #expect(shown["goal"] == 10_000_000 && shown["goal_percent"] == 1)
            let donation = try first.json["id"]?.string ?? ""
            let gift = try await web.get("donations/\(donation)", as: .clerk).value
            #expect(gift["project_id"] == .string(id) && gift["purpose"] == 2)

            let ending = #"{"ends_on":"2026-03-02","reason":"목표 달성"}"#
            let ended = try await web.post("projects/\(id)/endings", ending, key: "e")
            #expect(ended.status == .created)
            let late = try await self.gift(#""project_id":"\#(id)","#, key: "3", to: web)
            #expect(try late.faults == ["project_id project_not_open"])
            #expect(try await web.get("projects/\(id)").value["ended_on"] == "2026-03-02")
            #expect(try await web.get("projects?open_on=2026-03-01").items.count == 1)
            #expect(try await web.get("projects?open_on=2026-03-02").items.isEmpty)
            #expect(try await web.get("projects?government=11000").items.isEmpty)
        }
    }

    @Test func `a project that is none is refused at its field`() async throws {
        try await LedgerInterface.with { web in
            for (text, replacement, fault) in [
                (#""purpose":2"#, #""purpose":5"#, "purpose value_invalid"),
                (#""36110""#, #""중구""#, "government government_name_ambiguous"),
                ("2026-01-01", "2024-02-19", "open_from earmark_not_available"),
                ("2026-07-01", "2026-01-01", "open_to date_invalid"),
                (#""name_ko":"도서관","#, "", "name_ko value_missing"),
            ] {
                var body = Self.project
                body.replace(text, with: replacement)
                let answer = try await web.post("projects", body)
                #expect(try answer.faults == [fault])
            }
            let nothing = "01890000-0000-7000-8000-000000000001"
            let unknown = try await web.post(
                "projects/\(nothing)/endings", #"{"ends_on":"2026-03-02","reason":"없음"}"#)
            #expect(try unknown.faults == ["project reference_unknown"])
            let gift = try await gift(#""project_id":"\#(nothing)","#, key: "1", to: web)
            #expect(try gift.faults == ["project_id reference_unknown"])
        }
    }

    @Test func `a bar stops donations of its days and is published once`() async throws {
        try await LedgerInterface.with { web in
            #expect(try await web.post("bars", Self.bar, as: .clerk).status == .forbidden)
            let id = try await web.add("bars", Self.bar, key: "b")
            let answer = try await gift(key: "1", to: web)
            #expect(try answer.faults == ["recipient recipient_barred"])
            #expect(answer.text.contains("권유"))
            let published = #"{"published_on":"2026-02-10"}"#
            let path = "bars/\(id)/publications"
            #expect(try await web.post(path, published, key: "p").status == .created)
            let again = try await web.post(path, published, key: "q")
            #expect(try again.faults == ["published_on already_recorded"])
            let shown = try await web.get("bars/\(id)", as: .auditor).value
            #expect(shown["published_on"] == "2026-02-10" && shown["government.code"] == "36110")
            var long = Self.bar
            long.replace("2026-04-01", with: "2027-02-02")
            #expect(try await web.post("bars", long, key: "l").faults == ["valid_to date_invalid"])
        }
    }

    @Test func `a bar ends before its time once a manager says so`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("bars", Self.bar, key: "b")
            let ending = #"{"ends_on":"2026-03-02","reason":"제한 해제"}"#
            let path = "bars/\(id)/endings"
            #expect(try await web.post(path, ending, as: .clerk).status == .forbidden)
            let ended = try await web.post(path, ending, key: "e")
            #expect(ended.status == .created, "\(ended.text)")
            #expect(try await gift(key: "1", to: web).status == .created)
            let shown = try await web.get("bars/\(id)", as: .auditor).value
            #expect(shown["ended_on"] == "2026-03-02" && shown["ending_reason"] == "제한 해제")
            #expect(shown["valid_to"] == "2026-04-01")
        }
    }

    @Test func `a declared interest stops the donor's gifts until it ends`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("interests", Self.interest, key: "i")
            let answer = try await gift(key: "1", to: web)
            #expect(try answer.faults == ["recipient donor_has_interest_in_recipient"])
            let ending = #"{"ends_on":"2026-03-02","reason":"계약 만료"}"#
            let ended = try await web.post("interests/\(id)/endings", ending, key: "e")
            #expect(ended.status == .created)
            #expect(try await gift(key: "2", to: web).status == .created)
            let shown = try await web.get("interests/\(id)", as: .clerk).value
            #expect(shown["note"] == "청소 용역" && shown["donor_person"] == .null)
            #expect(shown["ending_reason"] == "계약 만료")
            let masked = try await web.get("interests/\(id)", as: .auditor).value
            #expect(masked["note"] == .null && masked["ending_reason"] == .null)
            #expect(masked["ended_on"] == "2026-03-02")
            #expect(try await web.get("interests", as: .coordinator).status == .forbidden)
        }
    }

    @Test func `staff of a government are refused by a declaration too`() async throws {
        try await LedgerInterface.with { web in
            let body = Self.interest.replacing("contract", with: "employment")
            _ = try await web.add("interests", body, key: "i")
            let answer = try await gift(key: "1", to: web)
            #expect(try answer.faults == ["recipient donor_employed_by_recipient"])
        }
    }

    @Test func `an official receipt follows its donation and comes back after it`() async throws {
        try await LedgerInterface.with { web in
            func issue(_ id: String, on day: String) async throws -> TestResponse {
                let body = #"{"donation":"\#(id)","no":"제1호","issued_on":"\#(day)"}"#
                return try await web.post("official-receipts", body, key: "issue \(day)")
            }
            func recall(_ id: String, on day: String) async throws -> TestResponse {
                let body = #"{"donation":"\#(id)","recalled_on":"\#(day)","reason":"반환"}"#
                return try await web.post(
                    "official-receipts/recalls", body, key: "recall \(id) \(day)")
            }
            let later = try await gift(key: "1", to: web).json["id"]?.string ?? ""
            #expect(
                try await issue(later, on: "2026-03-01").faults == ["issued_on date_invalid"])
            #expect(try await issue(later, on: "2026-03-03").status == .created)
            #expect(
                try await recall(later, on: "2026-03-02").faults == ["recalled_on date_invalid"])
            #expect(try await recall(later, on: "2026-03-03").status == .created)
            let with = try await gift(#""official_receipt_no":"제2호","#, key: "2", to: web)
            let own = try with.json["id"]?.string ?? ""
            #expect(
                try await recall(own, on: "2026-03-01").faults == ["recalled_on date_invalid"])
            #expect(try await recall(own, on: "2026-03-02").status == .created)
        }
    }

    @Test func `an official receipt is recorded once and recalled once`() async throws {
        try await LedgerInterface.with { web in
            let donation = try await gift(key: "1", to: web).json["id"]?.string ?? ""
            let receipt = #"{"donation":"\#(donation)","no":"제1호","issued_on":"2026-03-03"}"#
            let recall = """
                {"donation":"\(donation)","recalled_on":"2026-04-01","reason":"반환"}
                """
            let early = try await web.post("official-receipts/recalls", recall, key: "r")
            #expect(try early.faults == ["donation reference_unknown"])
            #expect(try await web.post("official-receipts", receipt, key: "2").status == .created)
            let again = try await web.post("official-receipts", receipt, key: "3")
            #expect(try again.faults == ["no already_recorded"])
            let recalled = try await web.post("official-receipts/recalls", recall, key: "4")
            #expect(recalled.status == .created)
            let twice = try await web.post("official-receipts/recalls", recall, key: "5")
            #expect(try twice.faults == ["recalled_on already_recorded"])
            let shown = try await web.get("official-receipts/\(donation)", as: .clerk).value
            #expect(shown["no"] == "제1호" && shown["recalled_on"] == "2026-04-01")
            #expect(shown["recall_reason"] == "반환")
            for role in [Role.coordinator, .auditor] {
                let path = "official-receipts"
                let masked = try await web.get("\(path)/\(donation)", as: role).value
                #expect(masked["no"] == "제1호" && masked["recall_reason"] == .null, "\(role)")
                let list = try await web.get(path, as: role).items
                #expect(list.first?["recall_reason"] == .null, "\(role)")
            }
            let with = try await gift(#""official_receipt_no":"제2호","#, key: "6", to: web)
            #expect(with.status == .created)
            #expect(try await web.get("official-receipts", as: .auditor).items.count == 2)
        }
    }

    @Test(arguments: ["employer=36110", "department=x", "rank_by=staff", "employee=x&limit=2"])
    func `nobody gets donors by employee or department, and who asks is written down`(
        query: String
    ) async throws {
        try await LedgerInterface.with { web in
            for path in [
                "donations?\(query)", "interests?\(query)", "search?\(query)",
                "donations?q=employee:x", "search?q=Department:x",
            ] {
                let answer = try await web.get(path, as: .manager)
                #expect(answer.status == .unprocessableContent)
                #expect(try answer.code == "staff_listing_forbidden")
                #expect(answer.text.contains("법 제6조"))
            }
            while try await web.test.ledger.write(web.accesses) > 0 {}
            let denied = try await web.test.ledger.audit(AuditFilter(), rowsMax: 99).records
                .filter { if case .access(.denied) = $0.deed { true } else { false } }
            #expect(denied.count == 5 && denied.allSatisfy { $0.author?.name == "manager" })
        }
    }
}
