package import Hometown
package import Interchange

/// 내려받기. Donations as rows of a list that `Ledger.importDonations` reads back: importing what was
/// exported adds nothing where it came from, and the same donations to another ledger.
package enum DonationExport {
    /// What a list holds, in order; remarks are for its reader and are not read back.
    enum Column: Hashable, Sendable {
        case data(DonationColumn)
        /// With its title in both languages, known to `DonationColumn` as a remark.
        case remark(String, String)
    }

    static let columns: [Column] =
        [
            .data(.rowID), .remark("번호", "no"), .data(.kind), .data(.status),
            .remark("이견", "disputed"),
        ]
        + ([
            .field(.origin), .field(.donorPerson), .donorReference, .field(.donorName),
            .field(.donorKind), .field(.ownName), .field(.residence), .field(.interest),
            .field(.recipient), .field(.amount), .field(.donatedOn), .field(.datePrecision),
            .field(.channel), .field(.channelName), .field(.purpose), .field(.project),
            .field(.giftKind), .field(.giftValue), .field(.giftWanted), .field(.checkResident),
            .field(.checkPerson), .field(.checkAnnualTotal), .field(.checkGiftWish),
            .field(.pledge), .field(.consent), .field(.officialReceipt), .field(.exchange),
            .field(.leg), .field(.participation), .field(.receivedUnlawful),
        ] as [DonationColumn]).map(Column.data)
        + [.remark("등록 시각", "recorded_at"), .remark("원장 번호", "log_index")]

    /// 내려받은 것. What the rows of an export come to: as many donations and as much money as the
    /// list on the screen says.
    package struct Tally: Hashable, Sendable {
        /// With those that tell what became of a donation.
        package internal(set) var rows = 0
        package internal(set) var donations = 0
        /// Of what counts: disputed gifts and money to be returned are in no total.
        package internal(set) var amount = Won.zero

        package init() {}

        mutating func add(_ row: ReadExport.Row) {
            rows += 1
            if row.line.kind == .donation { donations += 1 }
            if !Tally.apart.contains(row.status), let won = row.signedAmount {
                amount = amount + Won(won)
            }
        }

        private static let apart: Set<String> = [
            DonationQuery.Status.disputed.rawValue, DonationQuery.Status.returnDue.rawValue,
        ]
    }

    /// The words over the columns.
    package static func titles(in language: Language) -> [String] {
        columns.map { column in
            switch column {
            case .data(let column): column.title.text(in: language)
            case .remark(let korean, let english): language == .korean ? korean : english
            }
        }
    }

    /// 시트의 열. How a spreadsheet shows them: won with commas, days as days, ids as text.
    package static func sheetColumns(in language: Language) -> [SheetColumn] {
        zip(columns, titles(in: language)).map { column, title in
            switch column {
            case .data(.field(.amount)), .data(.field(.giftValue)): SheetColumn(title, .amount)
            case .data(.field(.donatedOn)): SheetColumn(title, .date)
            default: SheetColumn(title, .general)
            }
        }
    }

    /// The names of the columns in the API's manner.
    package static let names = columns.map { column in
        switch column {
        case .data(let column): column.name
        case .remark(_, let english): english
        }
    }
}

extension ReadExport.Row {
    /// The row as cells. Words are the API's, which a list may have in any language.
    func cells(_ governments: GovernmentRegistry) -> [CellValue] {
        DonationExport.columns.map { column in
            switch column {
            case .data(.kind): .text(line.kind.rawValue)
            case .data(.rowID): .text(id.description)
            case .data(.donorReference): person == nil ? .text(donor.description) : .empty
            case .data(.field(let field)):
                line.kind == .donation || ReadExport.Row.ofSteps.contains(field)
                    ? cell(of: field, governments) : .empty
            case .data(.status): .text(status)
            case .data(.remark): .empty
            case .remark(_, let name): remark(name)
            }
        }
    }

    /// What the rows of steps say as well, so that they can be grouped like donations.
    private static let ofSteps: Set<DonationField> = [
        .origin, .donorPerson, .donorName, .recipient, .amount, .donatedOn, .datePrecision,
        .channel, .purpose, .project, .receivedUnlawful,
    ]

    /// What the row adds to the totals; `nil` where nobody disclosed it.
    var signedAmount: Int64? { amount.map { line.kind.sign * $0 } }

    private func remark(_ name: String) -> CellValue {
        switch name {
        case "no": .text(line.no)
        case "disputed": .of(disputed)
        case "recorded_at": .text(line.recordedAt.koreanText)
        default: line.logIndex.map { .number($0) } ?? .empty
        }
    }

    private func cell(of field: DonationField, _ governments: GovernmentRegistry) -> CellValue {
        switch field {
        case .origin: .text(origin)
        case .donorPerson: .of(person)
        case .donorName: .of(name)
        case .donorKind: isNaturalPerson ? .empty : .text(DonorKind.organisation.rawValue)
        case .ownName: .of(isInOwnName)
        case .residence: .of(residence)
        case .interest: .of(hasInterest)
        case .recipient: .of(governments[id: recipient]?.code)
        case .amount: signedAmount.map { .number($0) } ?? .empty
        case .donatedOn: dayCell
        case .datePrecision: .text(donatedOn.precision.rawValue)
        case .channel: .of(channel)
        case .channelName: .of(channelName)
        case .purpose: purpose.map { .number(Int64($0)) } ?? .empty
        case .project: .of(project)
        case .exchange: .of(exchange)
        case .leg: .of(leg)
        case .participation: .of(participation)
        default: receivingCell(of: field)
        }
    }

    /// A day as a day, which a spreadsheet sorts; a month or a year as it is written.
    private var dayCell: CellValue {
        let date = donatedOn.date
        switch donatedOn.precision {
        case .day, .onOrBefore:
            return .date(SheetDate(year: date.year, month: date.month, day: date.day))
        case .month, .year: return .text(donatedOn.text)
        }
    }

    private func receivingCell(of field: DonationField) -> CellValue {
        switch field {
        case .giftKind: .of(giftKind)
        case .giftValue: giftValue.map { .number($0) } ?? .empty
        case .giftWanted: .of(isGiftWanted)
        case .checkResident: .of(checks?.resident?.line)
        case .checkPerson: .of(checks?.person?.line)
        case .checkAnnualTotal: .of(checks?.annualTotal?.line)
        case .checkGiftWish: .of(checks?.giftWish?.line)
        case .pledge: .of(checks?.pledge)
        case .consent: .of(checks?.hasConsent)
        case .officialReceipt: .of(officialReceiptNo)
        case .receivedUnlawful: unlawfulGround.map { .number(Int64($0)) } ?? .empty
        default: .empty
        }
    }
}

extension Check {
    /// As one cell holds it.
    fileprivate var line: String { "\(result.rawValue) \(basis.rawValue) \(on)" }
}

extension CellValue {
    fileprivate static func of(_ text: String?) -> CellValue {
        text.map(CellValue.text) ?? .empty
    }

    fileprivate static func of(_ id: Identifier?) -> CellValue { .of(id?.description) }

    fileprivate static func of(_ flag: Bool?) -> CellValue {
        flag.map { .text($0 ? "true" : "false") } ?? .empty
    }
}
