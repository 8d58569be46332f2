import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 통합 검색. `/api/v1/search?q=`: one box for everything, grouped by kind.
struct SearchRoutes: Sendable {
    static let path = "/api/v1/search"
    /// Of each kind: enough to choose from; the lists have the rest.
    private static let limitMax = 50
    private static let limitDefault = 10

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] {
        [
            Route(
                .get, SearchRoutes.path, access: .everyRole,
                document: RouteDocument(
                    "search",
                    Bilingual(
                        "통합 검색: 식별자가 맞으면 그것부터, 나머지는 종류별로",
                        "Search everything: an exact id first, the rest by kind"),
                    parameters: SearchRoutes.parameters,
                    responses: [(200, .json("SearchResults"))])
            ) { request, context in
                let query = try Query(of: request)
                if let name = query.first(of: StaffListing.names) {
                    throw StaffListing.refusal(name)
                }
                try query.allow(["q", "limit"])
                let limit =
                    try query.value("limit") { text in
                        Int(text).flatMap { (1...SearchRoutes.limitMax).contains($0) ? $0 : nil }
                    } ?? SearchRoutes.limitDefault
                let governments = try await ledger.governments()
                let filter = try DonationFilterForm.filter(
                    query, governments, today: today(), for: context.reader)
                let results =
                    context.reader.readsBook
                    ? try await ledger.search(
                        query["q"] ?? "", filter, on: today(), rowsMax: limit + 1)
                    : SearchResults(
                        governments: governments.named(
                            like: query["q"] ?? "", on: today(), rowsMax: limit + 1))
                var writer = JSONWriter()
                results.write(to: &writer, governments, limit: limit, for: context.reader)
                return .json(writer)
            }
        ]
    }

    private static let parameters: [RouteDocument.Parameter] = [
        DonationFilterForm.parameters[0],
        .init(
            "limit",
            [
                "type": "integer", "minimum": 1, "maximum": .integer(Int64(limitMax)),
                "default": .integer(Int64(limitDefault)),
            ], Bilingual("종류마다 받을 건수", "How many of each kind")),
    ]
}

extension GovernmentRegistry {
    /// All that those find who do not read the book.
    func named(like text: String, on day: CivilDate, rowsMax: Int) -> [Government] {
        let pattern = NamePattern(text)
        guard !pattern.isEmpty else { return [] }
        return completions(of: pattern, on: day, rowsMax: rowsMax).map(\.government)
    }
}

extension SearchResults {
    /// - Parameter limit: of each kind; what was read beyond it shows that there are more.
    func write(
        to writer: inout JSONWriter, _ registry: GovernmentRegistry, limit: Int,
        for reader: Reader
    ) {
        writer.object { writer in
            writer.name("exact")
            if let exact {
                writer.hit(exact.kind.rawValue, exact.no, exact.id.description, nil)
            } else {
                writer.null()
            }
            writer.group("governments", governments, limit) { unit, writer in
                let name = registry.fullName(of: unit).text(in: reader.language)
                writer.hit("government", unit.code, unit.code, name)
            }
            writer.group("people", people, limit) { person, writer in
                writer.hit("person", nil, person.id.description, reader.text(person.name))
            }
            let rows = donations.totals.map(\.rows)
            writer.group(
                "donations", donations.donations, limit, count: rows,
                isExact: donations.totals?.isExact ?? false
            ) { donation, writer in
                let title = [
                    donation.donorName(for: reader),
                    donation.recipient.map {
                        registry.fullName(of: $0).text(in: reader.language)
                    }, Notation.amount(donation.amount, in: reader.language),
                ].compactMap { $0 }.joined(separator: " · ")
                writer.hit("donation", donation.no, donation.id.description, title)
            }
            writer.group("exchanges", exchanges, limit) { record, writer in
                let exchange = record.exchange
                writer.hit(
                    "exchange", exchange.no, exchange.id.description, exchange.happenedOn.text)
            }
            writer.group("agreements", agreements, limit) { record, writer in
                let agreement = record.agreement
                writer.hit(
                    "agreement", agreement.no, agreement.id.description,
                    reader.text(agreement.title))
            }
            writer.group("relays", relays, limit) { relay, writer in
                writer.hit(
                    "relay", relay.no, relay.id.description, reader.text(relay.name))
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func group<Item>(
        _ name: String, _ items: [Item], _ limit: Int, count: Int64? = nil,
        isExact: Bool? = nil, _ write: (Item, inout JSONWriter) -> Void
    ) {
        let shown = Array(items.prefix(limit))
        object(name) { writer in
            writer.field("count", count ?? Int64(shown.count))
            writer.field("exact", isExact ?? (items.count <= limit))
            writer.array("items", shown, write)
        }
    }

    fileprivate mutating func hit(
        _ kind: String, _ no: String?, _ id: String, _ title: String?
    ) {
        object { writer in
            writer.field("kind", kind)
            writer.field("no", no)
            writer.field("id", id)
            writer.field("title", title)
        }
    }
}
