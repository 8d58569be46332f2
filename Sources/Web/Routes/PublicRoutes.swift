import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import Transparency

/// 공개 화면. What everybody may see: relations between governments, office holders who gave, and the
/// log. Nobody else is named.
struct PublicRoutes: Sendable {
    let desk: PageDesk
    let log: VerifierKey?

    private var ledger: Ledger { desk.ledger }

    var routes: [Route] {
        overview + map + agreement + government + relay + reports + data + verify
    }

    private var overview: [Route] {
        desk.open("/p", "publicPage", Bilingual("한눈에", "At a glance"), draw: overview)
    }

    func overview(_ visit: Visit) async throws -> Screen {
        OverviewPage(try await ledger.overview(), at: visit.path, for: visit.visitor).screen
    }

    private var agreement: [Route] {
        desk.open("/p/agreements/{id}", "publicAgreement", Bilingual("업무협약", "Agreement")) {
            visit in
            let record = try await ledger.agreement(visit.id()).found()
            let exchanges = try await ledger.newestExchanges(
                ExchangeFilter(agreement: record.agreement.id), rowsMax: Visit.rowsMax)
            return AgreementPage(
                record: record, exchanges: exchanges,
                published: try await desk.published(exchanges),
                governments: try await ledger.governments(), visit: visit
            ).screen
        }
    }

    private var government: [Route] {
        desk.open("/p/governments/{code}", "publicGovernment", Bilingual("지자체", "Government")) {
            try await desk.government($0)
        }
    }

    private var map: [Route] {
        desk.open(
            MapPage.openPath, "publicMap", MapPage.title, MapPage.filters
        ) { try await desk.map($0) }
    }

    private var relay: [Route] {
        desk.open(
            "/p/relays/{id}", "publicRelay", Bilingual("인증 챌린지", "Relay"), [PageDesk.cursor]
        ) { visit in
            let relay = try await ledger.figuredRelay(visit.id(), isPublished: true).found()
            return RelayPage(
                relay: relay.record,
                diagram: RelayDiagram(
                    relay.record, on: visit.today, try await ledger.governments(), visit.say),
                figures: relay.figures, view: .generations, place: try visit.place(),
                isOpen: true, visit: visit
            ).drawn.page
        }
    }

    private var reports: [Route] {
        desk.open(
            "/p/reports", "publicReports", Bilingual("공개 보고서", "Published reports"),
            [PageDesk.cursor]
        ) { visit in
            let rows = try await ledger.summaries(
                isPublished: true, before: visit.cursor(), rowsMax: Visit.rowsMax + 1)
            return ReportListPage(
                leaf: Leaf(rows, visit) { $0.number }, isOpen: true, visit: visit
            ).screen
        }
            + desk.open("/p/reports/{id}", "publicReport", Bilingual("보고서", "Report")) { visit in
                let record = try await ledger.summary(visit.id(), isPublished: true).found()
                return ReportPage(record: record, isOpen: true, visit: visit).screen
            }
    }

    private var data: [Route] {
        let page = desk.open("/p/data", "publicData", Bilingual("공개 데이터", "Open data")) {
            visit in
            var sets: [(OpenData, OpenData.File)] = []
            for set in OpenData.allCases { sets.append((set, try await contents(of: set))) }
            return DataPage(sets: sets, visit: visit).screen
        }
        return page + OpenData.allCases.map(file)
    }

    private func file(_ set: OpenData) -> Route {
        Route(
            .get, set.path, access: .everybody,
            document: RouteDocument(
                set.operation, set.title,
                responses: [(200, .other("text/csv"))])
        ) { request, context in
            try Query(of: request).allow([])
            let file = try await desk.file(at: set.path) { try await contents(of: set).bytes }
            return .file(
                file, type: "text/csv; charset=utf-8",
                headers: [
                    .contentDisposition: "attachment; filename=\"\(set.rawValue).csv\""
                ], for: context)
        }
    }

    /// One thing more than a file holds tells that it was cut.
    private func contents(of set: OpenData) async throws -> OpenData.File {
        let rowsMax = OpenData.rowsMax + 1
        switch set {
        case .donations:
            let found = try await ledger.donations(
                filter: DonationFilter(isPublished: true), rowsMax: rowsMax)
            return set.file(of: found) { [OpenData.row($0)] }
        case .agreements:
            let found = try await ledger.newestAgreements(rowsMax: rowsMax)
            return set.file(of: found) { [OpenData.row($0)] }
        case .exchanges:
            let agreements = try await ledger.newestAgreements(rowsMax: rowsMax)
                .reduce(into: [:]) { $0[$1.agreement.id] = $1.agreement.no }
            let found = try await ledger.newestExchanges(rowsMax: rowsMax)
            return set.file(of: found) { record in
                OpenData.rows(
                    record, agreement: record.exchange.agreement.flatMap { agreements[$0] })
            }
        }
    }

    private var verify: [Route] {
        desk.open(
            VerifyPage.path, "publicVerify", Bilingual("원장 확인", "Verify the ledger"),
            [
                PageDesk.text(
                    "q", "번호, 식별자 또는 증명 파일의 내용", "A number, an id or the contents of a proof"),
                PageDesk.text("size", "보고가 말하는 원장 크기", "The size of the log in a report"),
                PageDesk.text("root", "보고가 말하는 뿌리 해시", "The root hash in a report"),
            ]
        ) { visit in
            let question = visit.query["q"] ?? ""
            let size = try visit.value("size") { text in
                Int64(text).flatMap { $0 >= 0 ? $0 : nil }
            }
            let root = try visit.value("root") { Hash256(hexadecimal: $0) }
            let found =
                if question.isEmpty, let size, let root {
                    try await finding(ofSize: size, root)
                } else { try await finding(question) }
            return VerifyPage(question: question, finding: found, log: log, visit: visit).screen
        }
    }

    /// What the code on a report asks: whether this log, at that size, had that root.
    private func finding(
        ofSize size: Int64, _ root: Hash256
    ) async throws -> VerifyPage.Finding {
        guard let growth = try await ledger.growth(from: size, to: nil) else { return .beyond }
        return .head(growth.from, isSame: growth.from.root == root)
    }

    private func finding(_ question: String) async throws -> VerifyPage.Finding {
        // A form sends line breaks as CRLF; a proof has LF.
        let text = question.replacing("\r\n", with: "\n")
        if text.hasPrefix("c2sp.org/tlog-proof@") { return try await finding(ofProof: text) }
        let word = text.filter { !$0.isWhitespace }
        guard !word.isEmpty else { return .nothing }
        guard let name = EntryName(word) else { return .unreadable }
        switch try await ledger.proof(of: name) {
        case .unknown: return .unknown
        case .unpublished(let receipt): return .unpublished(receipt)
        case .proven(let proof):
            let file = try Transparency.Receipt(bytes: proof.file())
            guard
                var path = InclusionPath(file, leaf: proof.receipt.leafHash, log: log)
            else { return .unreadable }
            path.receipt = proof.receipt
            return .found(path)
        }
    }

    private func finding(ofProof text: String) async throws -> VerifyPage.Finding {
        let whole = text.hasSuffix("\n") ? text : text + "\n"
        guard let proof = try? Transparency.Receipt(bytes: Array(whole.utf8)) else {
            return .unreadable
        }
        guard let leaf = try await ledger.leafHash(at: Int64(proof.index)) else { return .beyond }
        // A proof that names its leaf is held to it, whatever the log has there now.
        let told = proof.extra.flatMap(Hash256.init(bytes:)) ?? leaf
        guard var path = InclusionPath(proof, leaf: told, log: log) else { return .unreadable }
        let growth = try await ledger.growth(from: Int64(path.checkpoint.size), to: nil)
        path.hasOnlyGrown =
            told == leaf && growth.map { $0.from.root == path.checkpoint.root } ?? false
        return .found(path)
    }
}
