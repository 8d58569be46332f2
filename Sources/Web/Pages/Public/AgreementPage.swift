import Hometown
import Ledger

/// 업무협약. One agreement: who signed what, and what was given under it.
struct AgreementPage {
    let record: AgreementRecord
    let exchanges: [ExchangeRecord]
    /// The donations whose donors are named in public; `nil` in the console, where all is told.
    let published: Set<Identifier>?
    let governments: GovernmentRegistry
    /// In the console.
    var story: [TimelineItem] = []
    let visit: Visit

    private var say: Phrases { visit.say }
    private var isOpen: Bool { published != nil }

    var screen: Screen {
        let summary = AgreementSummary(record, visit.visitor)
        let agreement = record.agreement
        return Screen(
            visit.frame("\(agreement.no) \(summary.title) - \(say("업무협약", "Agreement"))"),
            Title(
                summary.title, kind: say("업무협약 \(agreement.no)", "Agreement \(agreement.no)"),
                chip: Chip(record.standing, say), lead: summary.parties),
            [
                Block("facts", say("협약 내용", "What was agreed"), [facts, fieldList]),
                Block(
                    "exchanges", say("이 협약에 따른 상호기부", "Exchanges under it"),
                    [
                        exchanges.isEmpty
                            ? Empty(say[.exchangesEmpty]) : ExchangeCards(cards: cards)
                    ]),
                chain, documents,
                isOpen ? nil : Story(id: agreement.id, items: story, visit: visit).block,
                Block(
                    "record", say("기록", "Record"),
                    [
                        FactSheet([
                            Label(say("등록", "Recorded"), say.moment(agreement.recordedAt)),
                            Label(agreement.logIndex, say),
                            Label(sources: record.claims, say),
                        ])
                    ]),
            ])
    }

    private var facts: FactSheet {
        let agreement = record.agreement
        let signers = zip(record.parties, agreement.signatories).compactMap { party, signer in
            signer.flatMap { record.people[$0] }.map { signer in
                let told =
                    isOpen
                    ? signer.publishedName(on: agreement.signedOn.latest) : signer.person.name
                let name = told?.text(in: say.language) ?? say[.erased]
                return "\(name)(\(party.name.text(in: say.language)))"
            }
        }
        return FactSheet([
            Label(say("체결한 날", "Signed on"), say.date(agreement.signedOn)),
            Label(say("종류", "Kind"), AgreementSummary.kind(record, say)),
            places.isEmpty ? nil : Label(say[.place], places),
            agreement.startsOn.map { Label(say("효력 시작", "In force from"), say.day($0)) },
            agreement.endsOn.map { Label(say("만료", "Ends"), say.day($0)) },
            signers.isEmpty
                ? nil : Label(say("서명", "Signed by"), signers.joined(separator: ", ")),
        ])
    }

    private var places: String {
        let places =
            record.places.isEmpty
            ? [record.agreement.place].compactMap(\.self)
            : record.places
        return places.map { $0.text(in: say.language) }.joined(separator: ", ")
    }

    private var fieldList: (any Part)? {
        guard !record.fields.isEmpty else { return nil }
        return Table(
            say("협력 분야, 협약서의 차례대로", "Fields of cooperation in the order of the document"),
            columns: [.init(say("번호", "No."), isNumber: true), .init(say("분야", "Field"))],
            rows: record.fields.sorted { $0.no < $1.no }.map { field in
                [
                    Cell("\(field.no)"),
                    Cell(field.name.text(in: say.language), sub: isOpen ? nil : field.note),
                ]
            }, headColumn: 1, kind: "plain")
    }

    private var cards: [ExchangeCard] {
        exchanges.map {
            ExchangeCard($0, by: nil, governments, published: published, visit.visitor)
        }
    }

    /// 이전 협약과 다음 협약.
    private var chain: Block? {
        guard record.chain.count > 1 else { return nil }
        let prefix = isOpen ? "/p/agreements/" : "/agreements/"
        return Block(
            "chain", say("이어진 협약", "Predecessors and successors"),
            [
                LinkList(
                    record.chain.map { link in
                        let title = link.title?.text(in: say.language) ?? link.no
                        return LinkList.Item(
                            Link(title, visit.visitor.path("\(prefix)\(link.id)")), note: link.no,
                            aside: say.date(link.signedOn))
                    })
            ])
    }

    private var documents: Block? {
        let linked = record.documents.filter { $0.link != nil || $0.sha256 != nil }
        guard !linked.isEmpty else { return nil }
        return Block(
            "documents", say("문서", "Documents"),
            [
                FactSheet(
                    linked.map { document in
                        Label(
                            document.title.text(in: say.language), document.link ?? "-",
                            href: document.link.flatMap { $0.hasPrefix("https://") ? $0 : nil },
                            note: document.sha256.map { "SHA-256 \(Hexadecimal.text($0))" })
                    })
            ])
    }
}

extension Chip {
    init(_ standing: AgreementStanding, _ say: Phrases) {
        let kind =
            switch standing {
            case .inForce: "standing"
            case .suspended: "paused"
            case .ended: "reversed"
            case .succeeded: "skipped"
            }
        self.init(kind, say.text(standing.title))
    }
}

extension Label {
    /// 원장 위치. Where an entry stands in the log; that it waits for its seal while it does.
    init(_ logIndex: Int64?, _ say: Phrases) {
        self.init(
            say("원장 위치", "Place in the log"),
            logIndex.map { say.number($0) } ?? say("곧 봉인합니다", "about to be sealed"))
    }
}
