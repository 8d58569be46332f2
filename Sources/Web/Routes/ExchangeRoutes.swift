import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 상호기부. `/api/v1/exchanges`.
struct ExchangeRoutes: Sendable {
    static let path = "/api/v1/exchanges"

    static let one = path + "/{id}"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate
    /// The widest window in which candidates are looked for.
    let candidateDaysMax: Int

    var routes: [Route] { [list, add, candidates, show, addLeg, addLink] }

    private var list: Route {
        Route(
            .get, ExchangeRoutes.path, access: .guests,
            document: .list(
                "listExchanges", Bilingual("상호기부 목록", "Exchanges"), of: "Exchange",
                filters: ExchangeRoutes.filters)
        ) { request, context in
            let list = try ListRequest(
                of: request, filters: Set(ExchangeRoutes.filters.map(\.name)))
            let governments = try await ledger.governments()
            let unit = try list.query.government("government", governments, on: today())
            let filter = ExchangeFilter(
                units: unit.map(governments.line(of:)),
                agreement: try list.query.value("agreement_id") { Identifier($0) },
                state: try list.query.value("state") { Reciprocity.State(rawValue: $0) })
            let rows = try await ledger.exchanges(
                filter, after: list.number ?? 0, rowsMax: list.rowsMax)
            let published = try await published(of: rows, for: context.reader)
            return list.page(rows, number: \.exchange.number).answer {
                $0.write(to: &$1, governments, published: published, for: context.reader)
            }
        }
    }

    /// Which of their donations have donors whose names are public; `nil` for whoever reads
    /// the book.
    private func published(
        of exchanges: [ExchangeRecord], for reader: Reader
    ) async throws -> Set<Identifier>? {
        guard !reader.readsBook else { return nil }
        return try await ledger.publishedDonations(
            among: exchanges.flatMap { ($0.legs + $0.mended).flatMap(\.donations) })
    }

    private var add: Route {
        Route(
            .post, ExchangeRoutes.path, access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addExchange",
                Bilingual(
                    "상호기부 등록, 양쪽과 그 기부까지", "Record an exchange with its legs and donations"),
                of: "ExchangeDraft")
        ) { _, context in
            let draft = try ExchangeForm.draft(
                context.formBody(), today: today(), keyed: ledger.secret.donor)
            return try await ledger.record(draft, request: context.writing)
                .response(in: ExchangeRoutes.path)
        }
    }

    private var show: Route {
        Route(
            .get, ExchangeRoutes.one, access: .guests,
            document: .one("showExchange", Bilingual("상호기부 하나", "One exchange"), "Exchange")
        ) { _, context in
            let exchange = try await ledger.exchange(context.id()).found()
            let published = try await published(of: [exchange], for: context.reader)
            var writer = JSONWriter()
            exchange.write(
                to: &writer, try await ledger.governments(), published: published,
                for: context.reader)
            return .json(writer)
        }
    }

    private var candidates: Route {
        Route(
            .get, ExchangeRoutes.path + "/candidates", access: .readers,
            document: .list(
                "listCandidates",
                Bilingual(
                    "답례일 수 있는 기부. 사람이 확인하기 전에는 연결하지 않음",
                    "Donations that may be answers; nothing is linked until somebody says so"),
                of: "Candidate", filters: ExchangeRoutes.candidateFilters)
        ) { request, context in
            let list = try ListRequest(
                of: request, filters: Set(ExchangeRoutes.candidateFilters.map(\.name)))
            let filter = CandidateFilter(
                daysMax: try list.query.value("days") { text in
                    Int(text).flatMap { (0...candidateDaysMax).contains($0) ? $0 : nil }
                } ?? candidateDaysMax,
                exchange: try list.query.value("exchange_id") { Identifier($0) },
                donation: try list.query.value("donation_id") { Identifier($0) })
            let governments = try await ledger.governments()
            // Candidates have no numbers: the list goes on after so many of them.
            let start = min(max(list.number ?? 0, 0), Int64(Int32.max))
            let rows = try await ledger.candidates(
                filter, after: Int(start), rowsMax: list.rowsMax)
            return list.page(rows, number: { _ in start + Int64(list.limit) }).answer {
                $0.write(to: &$1, governments, for: context.reader)
            }
        }
    }

    private var addLeg: Route {
        Route(
            .post, ExchangeRoutes.one + "/legs", access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addLeg",
                Bilingual(
                    "나중에 온 답례나 고친 기록을 더하기", "Add an answer that came later, or mend a leg"),
                of: "LegDraft")
        ) { _, context in
            let exchange = try context.id()
            let draft = try ExchangeForm.leg(
                context.formBody(), today: today(), keyed: ledger.secret.donor)
            _ = try await ledger.exchange(exchange).found()
            return try await ledger.record(draft, of: exchange, request: context.writing)
                .response()
        }
    }

    private var addLink: Route {
        Route(
            .post, ExchangeRoutes.one + "/links", access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addLink",
                Bilingual(
                    "기록된 기부를 연결하거나 연결을 풀기",
                    "Say that a donation on record goes along a leg, or no longer does"),
                of: "LinkDraft")
        ) { _, context in
            let exchange = try context.id()
            let draft = try LinkForm.draft(context.formBody(), of: exchange, today: today())
            _ = try await ledger.exchange(exchange).found()
            return try await ledger.record(draft, request: context.writing).response()
        }
    }

    private static let filters: [RouteDocument.Parameter] = [
        .init(
            "state", .words(Reciprocity.State.self),
            Bilingual("답례 현황", "Where the exchange stands")),
        .init(
            "government", .text,
            Bilingual("주거나 받는 지자체의 코드나 이름", "Code or name of a government that takes part")),
        .init("agreement_id", .id, Bilingual("이 협약에 따른 것", "Under this agreement")),
    ]

    private static let candidateFilters: [RouteDocument.Parameter] = [
        .init(
            "days", ["type": "integer", "minimum": 0],
            Bilingual("두 기부 사이의 최대 날수", "Days between the two gifts at most")),
        .init("exchange_id", .id, Bilingual("이 상호기부의 답례만", "Answers to this exchange only")),
        .init("donation_id", .id, Bilingual("이 기부만", "This donation only")),
    ]
}
