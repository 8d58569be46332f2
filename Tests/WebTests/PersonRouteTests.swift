import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

@Suite struct PersonRouteTests {
    @Test func `a person is recorded, and a further office`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add(
                "people", #"{"name_ko":"오세훈","name_en":"Oh Se-hoon"}"#, key: "p")
            let office = try await web.post(
                "people/\(id)/offices",
                """
                {"title_ko":"서울특별시장","title_en":"Mayor of Seoul","government":"서울특별시",
                "held_from":"2021-04-08"}
                """, key: "o")
            #expect(office.status == .created, "\(office.text)")
            let shown = try await web.get("people/\(id)", as: .auditor, language: "en").value
            #expect(shown["name"] == "Oh Se-hoon")
            #expect(shown["name_ko"] == "오세훈")
            #expect(shown["offices.0.title"] == "Mayor of Seoul")
            #expect(shown["offices.0.government.code"] == "11000")
            #expect(shown["offices.0.held_from"] == "2021-04-08")
            #expect(try await web.get("people", as: .clerk).items.count == 1)
        }
    }

    @Test func `the term of an office ends once somebody says so`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add(
                "people",
                """
                {"name_ko":"가나다","name_en":"Ganada","offices":[{"title_ko":"세종특별자치시장",
                "title_en":"Mayor of Sejong","government":"36110","held_from":"2022-07-01"}]}
                """, key: "p")
            let office = try #require(
                try await web.get("people/\(id)", as: .clerk).value["offices.0.id"]?.string)
            let ending = #"{"ends_on":"2026-07-01","reason":"임기 만료"}"#
            let other = "people/\(id)/offices/\(id)/endings"
            #expect(
                try await web.post(other, ending, key: "o").faults == ["office reference_unknown"])
            let ended = try await web.post(
                "people/\(id)/offices/\(office)/endings", ending, as: .clerk, key: "e")
            #expect(ended.status == .created, "\(ended.text)")
            #expect(try ended.value["kind"] == "office_ending")
            let shown = try await web.get("people/\(id)", as: .auditor).value
            #expect(shown["offices.0.held_to"] == "2026-07-01")
        }
    }

    @Test func `a person needs both names and an office a day`() async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.post("people", #"{"name_ko":"오세훈"}"#)
            #expect(try answer.faults == ["name_en value_missing"])
            let office = try await web.post(
                "people",
                #"{"name_ko":"가","name_en":"A","offices":[{"title_ko":"장","title_en":"X"}]}"#)
            #expect(try office.faults == ["known_on field_missing"])
            let vague = try await web.post(
                "people",
                """
                {"name_ko":"가","name_en":"A",
                "offices":[{"title_ko":"장","title_en":"X","held_from":"2023"}]}
                """)
            #expect(try vague.faults == ["offices[0].held_from date_invalid"])
        }
    }

    @Test func `a donor's key is joined to a person, and nobody is told which`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add(
                "people", #"{"name_ko":"가","name_en":"A"}"#, key: "p")
            let joined = try await web.post("people/\(id)/donors", #"{"donor_key":"7"}"#, key: "j")
            #expect(joined.status == .created, "\(joined.text)")
            #expect(try joined.value["kind"] == "donor_joining")
            let answer = try await web.get("people/\(id)/donors", as: .auditor)
            let no = try answer.value["joinings.0.no"]
            #expect(try joined.value["no"] == no)
            #expect(!answer.text.contains(web.test.ledger.secret.donor("7").description))
            let again = try await web.post("people/\(id)/donors", #"{"donor_key":"7"}"#, key: "k")
            #expect(try again.faults == ["donor_key already_recorded"])
            let empty = try await web.post("people/\(id)/donors", "{}", key: "l")
            #expect(try empty.faults == ["donor_key value_missing"])
            let nobody = "01900000-0000-7000-8000-000000000000"
            #expect(
                try await web.get("people/\(nobody)/donors", as: .auditor).status == .notFound)
        }
    }

    @Test func `a joining by mistake is undone by a manager, with a reason`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add(
                "people", #"{"name_ko":"가","name_en":"A"}"#, key: "p")
            let joining = try await web.add(
                "people/\(id)/donors", #"{"donor_key":"7"}"#, key: "j")
            let path = "people/\(id)/donors/\(joining)/partings"
            let empty = try await web.post(path, "{}", key: "e")
            #expect(try empty.faults == ["reason value_missing"])
            let reason = #"{"reason":"동명이인"}"#
            let parted = try await web.post(path, reason, key: "k")
            #expect(parted.status == .created, "\(parted.text)")
            #expect(try parted.value["kind"] == "donor_parting")
            let list = try await web.get("people/\(id)/donors", as: .clerk)
            #expect(try list.value["joinings.0.parting.reason"] == "동명이인")
            // It may name the donor, who is masked for whoever checks.
            let checked = try await web.get("people/\(id)/donors", as: .auditor).value
            #expect(checked["joinings.0.parting.id"]?.string != nil)
            #expect(checked["joinings.0.parting.reason"] == .null)
            let rejoined = try await web.post(
                "people/\(id)/donors", #"{"donor_key":"7"}"#, key: "r")
            #expect(rejoined.status == .created, "\(rejoined.text)")
        }
    }

    @Test func `a source is recorded and may be claimed by`() async throws {
        try await LedgerInterface.with { web in
            let source = try await web.add(
                "sources",
                """
                {"outlet":"신문","language":"ko","link":"https://example.org/1",
                "published_at":"2023-04-10T17:02:00+09:00"}
                """, key: "s")
            let id = try await web.add(
                "people",
                """
                {"name_ko":"가","name_en":"A","claims":[{"source":"\(source)","quote":"말"}]}
                """, key: "p")
            let shown = try await web.get("people/\(id)", as: .auditor).value
            #expect(shown["claims.0.outlet"] == "신문")
            #expect(shown["claims.0.quote"] == "말")
            let unknown = try await web.post(
                "people", #"{"name_ko":"가","name_en":"A","claims":[{"source":"\#(id)"}]}"#)
            #expect(try unknown.faults == ["source reference_unknown"])
        }
    }
}
