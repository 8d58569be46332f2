import Hometown
import Testing

/// Who is meant by a name, with and without an office.
@Suite struct PersonMentionTests {
    private static let day = SampleRegistry.day("2024-05-01")

    private static func office(
        _ title: String, _ code: String, _ from: String? = "2023-01-01", to: String? = nil
    ) -> Office {
        Office(
            title: Bilingual(title, title), government: SampleRegistry.unit(code).id,
            validFrom: from.map(SampleRegistry.day), validTo: to.map(SampleRegistry.day),
            knownOn: nil)
    }

    private static func person(
        _ number: UInt64, _ name: String, _ offices: Office...
    ) -> RelayHoldings.KnownPerson {
        RelayHoldings.KnownPerson(
            id: Identifier(high: 1, low: number), no: "H-2026-00000\(number)",
            name: Bilingual(name, "Hong"), offices: offices)
    }

    private static let known = [
        person(1, "홍길동", office("서울특별시장", "11000")),
        person(2, "홍길동", office("세종특별자치시장", "36110")),
        person(3, "최이직", office("대전광역시장", "30000"), office("충북지사", "43000")),
        person(4, "김전임", office("광주시장", "29000", to: "2024-01-01")),
    ]

    private func found(_ name: String, _ office: String = "") -> String {
        let answer = RelayHoldings.KnownPerson.find(
            name: name, office: office, field: "person_name", on: Self.day, today: Self.day,
            among: Self.known, in: SampleRegistry.registry)
        switch answer {
        case .success(let id): return "\(id.low)"
        case .failure(let unclear): return unclear.refusal.code.rawValue
        }
    }

    @Test func `an office or a number tells namesakes apart, and nobody is guessed`() {
        #expect(found("홍길동") == "person_ambiguous")
        #expect(found("홍길동", "서울시장") == "1")
        #expect(found("홍길동", "세종특별자치시장") == "2")
        #expect(found("홍길동", "대전시장") == "person_ambiguous")
        #expect(found("H-2026-000002") == "2")
        #expect(found("아무개") == "person_unknown")
    }

    @Test func `who held two offices on the day is asked which`() {
        #expect(found("최이직") == "office_ambiguous")
        #expect(found("최이직", "충북지사") == "3")
        #expect(found("최이직", "대전시장") == "3")
    }

    @Test func `an office counts on its days only`() {
        #expect(found("김전임") == "4")
        #expect(found("김전임", "광주시장") == "person_ambiguous")
    }

    @Test func `candidates come with their numbers and the offices of the day`() {
        let answer = RelayHoldings.KnownPerson.find(
            name: "홍길동", office: "", field: "person_name", on: Self.day, today: Self.day,
            among: Self.known, in: SampleRegistry.registry)
        guard case .failure(let unclear) = answer else {
            Issue.record("two people are called so")
            return
        }
        #expect(unclear.refusal.field == "person_name")
        #expect(unclear.refusal.text.korean.contains("H-2026-000001 서울특별시장"))
        #expect(unclear.refusal.text.english.contains("H-2026-000002"))
    }

    @Test func `a request with ids alone keeps its fingerprint`() {
        let draft: @Sendable ([Identifier]) -> NominationDraft = { ids in
            NominationDraft(relay: ids[0], participation: ids[0], nominee: ids[0])
        }
        let id = Identifier(high: 5, low: 5)
        let plain = NamedDraft([NamedPerson(.id(id), field: "nominee", on: nil)], draft)
        #expect(plain.canonical(\.canonical) == draft([id]).canonical)
        let named = NamedDraft(
            [NamedPerson(.named(name: "홍길동", office: ""), field: "nominee", on: nil)], draft)
        #expect(named.resolved == nil)
        #expect(named.canonical(\.canonical) != plain.canonical(\.canonical))
    }
}
