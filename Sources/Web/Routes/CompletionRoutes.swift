import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 완성. `/complete/…`: what somebody may mean by what is typed so far, as of the day in the form.
struct CompletionRoutes: Sendable {
    let desk: EntryDesk

    /// More than fit above a telephone's keyboard help nobody.
    static let rowsMax = 8

    var routes: [Route] {
        let ledger = desk.ledger
        return route("people", "completePeople", Bilingual("인물 완성", "Complete a person")) {
            pattern, asked in
            try await ledger.people(
                matching: pattern, on: asked.day, rowsMax: Self.rowsMax
            ).map { CompletionItem($0, in: asked.language) }
        }
            + route(
                "governments", "completeGovernments",
                Bilingual("지자체 완성", "Complete a government")
            ) { pattern, asked in
                let registry = try await ledger.governments()
                return registry.completions(of: pattern, on: asked.day, rowsMax: Self.rowsMax)
                    .map { CompletionItem($0, registry, in: asked.language) }
            }
            + route(
                "links", "completeLinks",
                Bilingual("상호기부·참여 완성", "Complete an exchange or a run")
            ) { pattern, asked in
                let registry = try await ledger.governments()
                let unit = asked.recipient.flatMap { registry.meant(by: $0, on: asked.day) }
                var items: [CompletionItem] = []
                if let person = asked.person {
                    items += try await ledger.runs(ofPerson: person, rowsMax: Self.newestMax)
                        .map { CompletionItem($0, in: asked.language) }
                }
                items += try await ledger.newestExchanges(
                    ExchangeFilter(units: unit.map(registry.line(of:))), rowsMax: Self.newestMax
                ).map { CompletionItem($0, in: asked.language) }
                return items.filter { pattern.match($0.words) != nil }
            }
            + route(
                "agreements", "completeAgreements",
                Bilingual("협약 완성", "Complete an agreement")
            ) { pattern, asked in
                try await ledger.newestAgreements(rowsMax: Self.newestMax)
                    .map { CompletionItem($0, in: asked.language) }
                    .filter { pattern.match($0.words) != nil }
            }
    }

    /// What a donation belongs to is seldom old: so many are looked through.
    private static let newestMax = 100

    /// Fields of forms whose day names are read by.
    private static let days = [
        "donated_on", "on", "participated_on", "nominated_on", "signed_on",
    ]

    /// What the form says beside the field.
    private struct Asked {
        let language: Language
        /// As of which names are read.
        let day: CivilDate
        let recipient: String?
        let person: Identifier?
    }

    private func route(
        _ name: String, _ operation: String, _ title: Bilingual,
        _ items: @escaping @Sendable (NamePattern, Asked) async throws -> [CompletionItem]
    ) -> [Route] {
        let fields = ["q", "recipient", "donor_person"] + Self.days
        return Language.allCases.map { language in
            Route(
                .get, Console.address("/complete/\(name)", in: language),
                access: .viewers(Role.writers), language: language,
                document: RouteDocument(
                    language == .korean ? operation : operation + "English", title,
                    parameters: fields.map {
                        RouteDocument.Parameter(
                            $0, .text, Bilingual("양식의 칸", "A field of the form"))
                    }, responses: [(200, .json("Completions"))])
            ) { request, _ in
                let query = try Query(of: request)
                try query.allow(Set(fields))
                let text = query["q"] ?? ""
                let found =
                    ResidentNumber.isPresent(in: text)
                    ? [] : try await items(NamePattern(text), asked(query, language))
                var writer = JSONWriter()
                writer.object { writer in
                    writer.array("items", Array(found.prefix(Self.rowsMax))) { $0.write(to: &$1) }
                }
                return .json(writer)
            }
        }
    }

    private func asked(_ query: Query, _ language: Language) -> Asked {
        let today = desk.today()
        let typed = Self.days.lazy.compactMap { query[$0] }.first.flatMap { text in
            if case .success(let reading) = DateReader(today: today).read(text) {
                reading.date.latest
            } else {
                nil
            }
        }
        return Asked(
            language: language, day: typed ?? today,
            recipient: query["recipient"].flatMap { $0.tidied.isEmpty ? nil : $0 },
            person: query["donor_person"].flatMap { Identifier($0) })
    }
}
