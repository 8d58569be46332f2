import HTTPTypes
import Hometown
import HummingbirdTesting
import Testing

@testable import Web

/// What a body may not leave out, hold or bring beside what is asked, whatever it is about.
@Suite struct FormReaderTests {
    /// What is wrong with a body; nothing where it was recorded.
    private func faults(
        _ web: LedgerInterface, _ path: String, _ body: String, as role: Role = .manager
    ) async throws -> [String] {
        let answer = try await web.post(path, body, as: role)
        guard answer.status != .created else { return [] }
        #expect(answer.status == .unprocessableContent, "\(path) \(answer.text)")
        return try answer.faults
    }

    @Test func `a member that must be there holds something`() async throws {
        try await LedgerInterface.with { web in
            for (path, body, fault) in [
                (
                    "bars",
                    #"{"government":"","valid_from":"2026-01-01","valid_to":"2026-02-01","#
                        + #""reason":"권유"}"#, "government"
                ),
                (
                    "bars",
                    #"{"government":{},"valid_from":"2026-01-01","valid_to":"2026-02-01","#
                        + #""reason":"권유"}"#, "government"
                ),
                ("sources", #"{"outlet":"신문","language":" "}"#, "language"),
                (
                    "interests",
                    #"{"donor_key":"","government":"36110","relation":"contract"}"#, "donor_key"
                ),
                (
                    "agreements",
                    #"{"kind":"other","parties":[{"government":"11000"},"#
                        + #"{"government":"36110"}],"signed_on":"\u200b"}"#, "signed_on"
                ),
                ("periods", #"{"period":"","reason":"마감"}"#, "period"),
                ("claims", #"{"subject":"","claims":[]}"#, "subject"),
                ("funds", #"{"year":2025,"figure":"","document":"결산서"}"#, "figure"),
            ] {
                let found = try await faults(web, path, body)
                #expect(found == [fault + " value_missing"], "\(path): \(found)")
            }
        }
    }

    @Test func `a part that lacks what it must have is told of and not left out`() async throws {
        try await LedgerInterface.with { web in
            let name = #""name_ko":"가나다","name_en":"Ganada""#
            let agreement = """
                {"kind":"other","signed_on":"2026-01-01",
                "parties":[{"government":"11000"},{"government":"36110"}],
                """
            for (path, body, fault) in [
                ("people", #"{\#(name),"claims":[{"source":" "}]}"#, "claims[0].source"),
                (
                    "agreements",
                    agreement + #""documents":[{"kind":"","title_ko":"글","title_en":"Text"}]}"#,
                    "documents[0].kind"
                ),
                (
                    "exchanges",
                    #"{"occasion":"other","on":"2026-01-01","legs":["#
                        + #"{"from":"11000","to":"36110"},{"from":"","to":"11000"}]}"#,
                    "legs[1].from"
                ),
            ] {
                let found = try await faults(web, path, body)
                #expect(found == [fault + " value_missing"], "\(path): \(found)")
            }
            let holidays = try await web.interface.ask(
                .put, "/api/v1/holidays", as: .operator,
                headers: [.contentType: "application/json"],
                body: #"{"days":[{"on":"","name":"쉬는 날"}]}"#)
            #expect(try holidays.faults == ["days[0].on value_missing"])
        }
    }

    @Test func `what a source says is said of something`() async throws {
        try await LedgerInterface.with { web in
            let source = try await web.add(
                "sources", #"{"outlet":"신문","language":"ko"}"#, key: "s")
            let body = #"{"name_ko":"가","name_en":"A","claims":[{"source":"\#(source)","#
            for claim in [#""value":"나"}]}"#, #""attribute":"","value":"나"}]}"#] {
                #expect(
                    try await faults(web, "people", body + claim)
                        == ["claims[0].attribute value_missing"])
            }
        }
    }

    @Test(arguments: ["홍\\u202e길동", "홍\\u200b길동", "홍\\u0007길동", "홍\\n길동", "홍\\u0085길동"])
    func `names hold nothing that nobody sees`(text: String) async throws {
        try await LedgerInterface.with { web in
            for (path, body, field) in [
                ("people", #"{"name_ko":"\#(text)","name_en":"A"}"#, "name_ko"),
                ("relays", #"{"name_ko":"가","name_en":"\#(text)"}"#, "name_en"),
                ("sources", #"{"outlet":"\#(text)","language":"ko"}"#, "outlet"),
                (
                    "projects",
                    FactRouteTests.project.replacing("도서관", with: text), "name_ko"
                ),
                (
                    "donations",
                    DonationRouteTests.body { $0.replace("홍길동", with: text) }, "donor_name"
                ),
            ] {
                let answer = try await web.post(path, body, language: "en")
                #expect(answer.status == .unprocessableContent, "\(path) \(answer.text)")
                #expect(try answer.faults == [field + " value_invalid"], "\(path)")
                #expect(answer.text.contains("haracter 2"), "the place is told")
                #expect(!answer.text.contains("길동"))
            }
            #expect(try await web.get("people", as: .clerk).items.isEmpty)
            #expect(try await web.get("donations", as: .clerk).items.isEmpty)
        }
    }

    @Test func `a reason has lines, and no more than that`() async throws {
        try await LedgerInterface.with { web in
            let lines = FactRouteTests.bar.replacing("권유", with: "첫째\\n\\t둘째")
            let recorded = try await web.post("bars", lines, key: "a")
            #expect(recorded.status == .created)
            let reversed = FactRouteTests.bar.replacing("권유", with: "첫째\\n\\u202e둘째")
            #expect(try await faults(web, "bars", reversed) == ["reason value_invalid"])
        }
    }

    @Test func `texts are as long as the tables count`() async throws {
        try await LedgerInterface.with { web in
            let marks = String(repeating: "\u{301}", count: 1_001)
            let project = FactRouteTests.project.replacing("도서관", with: "e" + marks)
            let long = try await faults(web, "projects", project)
            #expect(long == ["name_ko value_too_long"])
            let bar = FactRouteTests.bar.replacing("권유", with: "e" + marks)
            #expect(try await faults(web, "bars", bar) == ["reason value_too_long"])
            // Taken apart, a syllable is three; it is counted as it is kept.
            let apart = String(repeating: "\u{1112}\u{1161}\u{11AB}", count: 200)
            let whole = FactRouteTests.project.replacing("도서관", with: apart)
            #expect(try await web.post("projects", whole, key: "w").status == .created)
        }
    }

    @Test(arguments: [
        (#""36110""#, #"{"code":"36110","mayor":"가"}"#, "recipient.mayor field_unknown"),
        (#""amount":100000"#, #""amount":[1]"#, "amount value_invalid"),
        (#""amount":100000"#, #""amount":true"#, "amount value_invalid"),
        (#""donated_on":"2026-03-02""#, #""donated_on":3.2"#, "donated_on value_invalid"),
        (#""홍길동""#, "true", "donor.name value_invalid"),
        (#""홍길동""#, "7", "donor.name value_invalid"),
    ])
    func `a value is of the field's kind, and told of once`(
        text: String, replacement: String, fault: String
    ) async throws {
        try await LedgerInterface.with { web in
            let body = DonationRouteTests.body { $0.replace(text, with: replacement) }
            let found = try await faults(web, "donations", body)
            #expect(found == [fault])
        }
    }

    @Test func `fields of an agreement are numbered as they come`() async throws {
        try await LedgerInterface.with { web in
            func body(_ no: String) -> String {
                """
                {"kind":"other","signed_on":"2026-01-01",
                "parties":[{"government":"11000"},{"government":"36110"}],
                "fields":[{"no":\(no),"name_ko":"품앗이","name_en":"Sharing"}]}
                """
            }
            for no in ["2", "-1", #""1""#, "1.0", "[]"] {
                let found = try await faults(web, "agreements", body(no))
                #expect(found == ["fields[0].no value_invalid"], "\(no)")
            }
            for no in ["1", "null"] {
                #expect(try await web.post("agreements", body(no), key: no).status == .created)
            }
        }
    }

    @Test func `a number that is too large is not called too small`() async throws {
        try await LedgerInterface.with { web in
            let body = #"{"name_ko":"가","name_en":"A","goal":2147483648}"#
            let answer = try await web.post("relays", body, language: "en")
            #expect(try answer.faults == ["goal number_invalid"])
            #expect(answer.text.contains("2147483647 or less"))
        }
    }

    @Test func `a list of nominations comes once`() async throws {
        try await LedgerInterface.with { web in
            let relay = try await web.add(
                "relays", #"{"name_ko":"가","name_en":"A"}"#, key: "r")
            let edge = #"{"from_person":"가","to_person":"나","date_or_month":"2023-03"}"#
            let header = EdgeList.Column.allCases.map(\.rawValue).joined(separator: ",")
            let body = #"{"edges":[\#(edge)],"csv":"\#(header)\n다,,라,,2023,","dry_run":true}"#
            #expect(
                try await faults(web, "relays/\(relay)/import", body) == ["csv value_invalid"])
        }
    }
}
