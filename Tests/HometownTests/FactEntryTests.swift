import Hometown
import Testing

/// Golden bytes, version 1 for ever, of the facts that rules need.
@Suite struct FactEntryTests {
    private static let id = Identifier(high: 0x0189_0000_0000_7000, low: 0x8000_0000_0000_0001)
    private static let other = Identifier(high: 0x0189_0000_0000_7000, low: 0x8000_0000_0000_0002)
    private static let asan = SampleRegistry.unit("44200")

    private func day(_ text: String) -> CivilDate { SampleRegistry.day(text) }

    private func bytes(
        _ kind: Entry.Kind, _ members: [String: CanonicalValue?],
        _ commitments: [String: String] = [:]
    ) -> String {
        let entry = Entry(
            kind: kind, id: FactEntryTests.id,
            recordedAt: Instant(microseconds: 1_772_409_600_123_456),
            author: FactEntryTests.other, members: members.compactMapValues { $0 },
            commitments: commitments)
        return String(decoding: entry.bytes, as: UTF8.self)
    }

    /// The members every entry has, before and after the ones of its kind.
    private func golden(_ before: String, _ middle: String, _ kind: String, _ after: String)
        -> String
    {
        #"{"author":"01890000-0000-7000-8000-000000000002","# + before
            + #""id":"01890000-0000-7000-8000-000000000001","# + middle
            + #""kind":"\#(kind)","#
            + after
            .replacing("RECORDED", with: #""recorded_at":"2026-03-02T00:00:00.123456Z""#)
    }

    @Test func `A project and its end`() {
        let draft = ProjectDraft(
            name: Bilingual("도서관", "Library"), government: "44200", purpose: .cultureAndHealth,
            openFrom: day("2024-06-04"), openTo: day("2025-01-01"), goal: Won(100_000_000))
        #expect(
            bytes(.project, draft.members(FactEntryTests.asan))
                == golden(
                    #""goal":100000000,"government":{"code":"44200","unit":56},"#, "", "project",
                    #""name":{"en":"Library","ko":"도서관"},"open_from":"2024-06-04","#
                        + #""open_to":"2025-01-01","purpose":2,RECORDED,"v":1}"#))
        let ending = EndingDraft(endsOn: day("2024-09-01"), reason: "목표 달성")
        #expect(
            bytes(.projectEnding, ending.members(of: .project, FactEntryTests.other))
                == golden(
                    #""ends_on":"2024-09-01","#, "", "project_ending",
                    #""project":"01890000-0000-7000-8000-000000000002","reason":"목표 달성","#
                        + #"RECORDED,"v":1}"#))
    }

    @Test func `A bar`() {
        let draft = BarDraft(
            government: "44200", validFrom: day("2026-01-01"), validTo: day("2026-07-01"),
            reason: "권유", publishedOn: day("2026-01-05"))
        #expect(
            bytes(.bar, draft.members(FactEntryTests.asan))
                == golden(
                    #""government":{"code":"44200","unit":56},"#, "", "bar",
                    #""published_on":"2026-01-05","reason":"권유",RECORDED,"v":1,"#
                        + #""valid_from":"2026-01-01","valid_to":"2026-07-01"}"#))
    }

    @Test func `A declared interest commits to its donor`() {
        let draft = InterestDraft(
            donor: .keyed(FactEntryTests.other), government: "44200", relation: .contract,
            validFrom: day("2026-01-01"), note: "청소 용역")
        #expect(
            bytes(.interest, draft.members(FactEntryTests.asan), ["donor": "d", "note": "n"])
                == golden(
                    #""commitments":{"donor":"d","note":"n"},"#
                        + #""government":{"code":"44200","unit":56},"#, "", "interest",
                    #"RECORDED,"relation":"contract","v":1,"valid_from":"2026-01-01"}"#))
        #expect(!String(decoding: draft.canonical.bytes, as: UTF8.self).isEmpty)
    }

    @Test func `An official receipt and its recall`() {
        let receipt = OfficialReceiptDraft(
            donation: FactEntryTests.other, no: "제2026-1호", issuedOn: day("2026-03-02"))
        #expect(
            bytes(.officialReceipt, receipt.members)
                == golden(
                    #""donation":"01890000-0000-7000-8000-000000000002","#,
                    #""issued_on":"2026-03-02","#, "official_receipt",
                    #""no":"제2026-1호",RECORDED,"v":1}"#))
        let recall = OfficialReceiptRecallDraft(
            donation: FactEntryTests.other, recalledOn: day("2026-04-01"), reason: "반환")
        #expect(
            bytes(.officialReceiptRecall, recall.members)
                == golden(
                    #""donation":"01890000-0000-7000-8000-000000000002","#, "",
                    "official_receipt_recall",
                    #""reason":"반환","recalled_on":"2026-04-01",RECORDED,"v":1}"#))
    }

    @Test func `What is wrong with a draft is said at its field`() {
        func fields(_ refusals: [Refusal]) -> [String] {
            refusals.map { "\($0.field) \($0.code.rawValue)" }
        }
        var project = ProjectDraft(
            name: Bilingual("도서관", "Library"), government: "44200", purpose: .community,
            openFrom: day("2024-02-19"), openTo: day("2024-02-19"), goal: .zero)
        #expect(
            fields(project.problems) == [
                "open_from earmark_not_available", "open_to date_invalid", "goal number_invalid",
            ])
        project.openFrom = day("2024-02-20")
        project.openTo = day("2024-02-21")
        project.goal = nil
        #expect(project.problems.isEmpty)
        for (from, to, isWrong) in [
            ("2026-01-01", "2026-01-01", true), ("2026-01-01", "2026-01-02", false),
            ("2026-01-01", "2027-01-01", false), ("2026-01-01", "2027-01-02", true),
            // A year from 29 February ends with February (Civil Act 160(3)).
            ("2024-02-29", "2025-03-01", false), ("2024-02-29", "2025-03-02", true),
            ("2023-03-01", "2024-03-01", false), ("2023-03-01", "2024-03-02", true),
        ] {
            let bar = BarDraft(
                government: "44200", validFrom: day(from), validTo: day(to), reason: "권유")
            #expect(fields(bar.problems) == (isWrong ? ["valid_to date_invalid"] : []), "\(to)")
        }
        let interest = InterestDraft(
            donor: .keyed(FactEntryTests.id), government: "44200", relation: .other,
            validFrom: day("2026-01-02"), validTo: day("2026-01-01"))
        #expect(fields(interest.problems) == ["valid_to date_invalid"])
    }

    @Test func `No two kinds of entries are numbered under the same letters`() {
        let letters = Entry.Kind.allCases.map(\.letter)
        #expect(Set(letters).count == letters.count)
    }
}
