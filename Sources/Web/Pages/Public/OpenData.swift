import Hometown
import Interchange
import Ledger

/// 공개 데이터 파일. What is published as a table, and what its columns mean. It says no more than the
/// public pages do.
enum OpenData: String, CaseIterable {
    case donations, exchanges, agreements

    /// Things in a file, newest first; more is had through the API, page by page.
    static let rowsMax = 5_000

    struct File {
        let bytes: [UInt8]
        /// Whether there is more than it holds.
        let isCut: Bool
    }

    struct Column {
        let name: String
        let meaning: Bilingual

        init(_ name: String, _ korean: String, _ english: String) {
            self.name = name
            meaning = Bilingual(korean, english)
        }
    }

    var path: String { "/p/data/\(rawValue).csv" }

    /// As the OpenAPI document calls it.
    var operation: String {
        switch self {
        case .donations: "publicDonationFile"
        case .exchanges: "publicExchangeFile"
        case .agreements: "publicAgreementFile"
        }
    }

    var title: Bilingual {
        switch self {
        case .donations:
            Bilingual("공직에 있는 사람의 기부", "Gifts of holders of public office")
        case .exchanges: Bilingual("상호기부의 양쪽", "Both sides of exchanges")
        case .agreements: Bilingual("업무협약", "Agreements")
        }
    }

    var columns: [Column] {
        switch self {
        case .donations:
            [
                Column("no", "기부 번호", "Number of the donation"),
                Column("donated_on", "기부한 날, 아는 만큼", "Day, as far as it is known"),
                Column(
                    "precision", "날짜의 정밀도: day 일, month 월, year 연, on_or_before 그날 이전",
                    "day, month, year or on_or_before"),
                Column("donor", "기부자", "Donor"), Column("office", "그때의 직위", "Office of the day"),
                Column("recipient_code", "받는 지자체의 코드", "Code of the recipient"),
                Column("recipient", "그때의 이름", "Name of the day"),
                Column("amount", "원, 빈칸은 미공개", "Won; empty is not disclosed"),
                Column(
                    "status",
                    "standing 유효, disputed 이견, return_due 반환 대상, reversed 취소·정정됨, returned 반환됨",
                    "standing, disputed, return_due, reversed (amended too), returned"),
                Column("log_index", "원장 위치", "Place in the log"),
            ]
        case .exchanges:
            [
                Column("no", "상호기부 번호", "Number of the exchange"),
                Column("on", "기부한 날, 빈칸은 미상", "Day of giving; empty is not known"),
                Column(
                    "precision", "날짜의 정밀도: day 일, month 월, year 연, on_or_before 그날 이전",
                    "day, month, year or on_or_before"),
                Column("agreement", "협약 번호", "Number of the agreement"),
                Column("from_code", "주는 쪽 코드", "Code of the giver"),
                Column("from", "주는 쪽", "Giver"),
                Column("to_code", "받는 쪽 코드", "Code of the receiver"),
                Column("to", "받는 쪽", "Receiver"),
                Column("given", "주었으면 true", "true once it was given"),
                Column(
                    "state", "open 열림, one_sided 한쪽, answered 답례함", "open, one_sided or answered"),
            ]
        case .agreements:
            [
                Column("no", "협약 번호", "Number of the agreement"),
                Column("signed_on", "체결한 날", "Day of signing"), Column("title", "제목", "Title"),
                Column("party_codes", "당사자 코드, 빈칸으로 나눔", "Codes of the parties, blanks between"),
                Column("parties", "당사자", "Parties"),
                Column("fields", "협력 분야의 수", "How many fields of cooperation"),
            ]
        }
    }

    /// - Parameter found: newest first, one more than a file holds where there are more.
    func file<Found>(of found: [Found], _ rows: (Found) -> [[CellValue]]) -> File {
        File(
            bytes: bytes(found.prefix(OpenData.rowsMax).flatMap(rows)),
            isCut: found.count > OpenData.rowsMax)
    }

    private func bytes(_ rows: [[CellValue]]) -> [UInt8] {
        guard var writer = try? CSVWriter() else {
            preconditionFailure("UTF-8 needs no converter")
        }
        writer.append(columns.map { .text($0.name) })
        for row in rows { writer.append(row) }
        return writer.take()
    }
}

extension OpenData {
    static func row(_ donation: RecordedDonation) -> [CellValue] {
        [
            .text(donation.no), .text(donation.donatedOn.text),
            .text(donation.donatedOn.precision.rawValue),
            .text(donation.publishedDonorName?.korean ?? ""),
            .text(donation.office?.title.korean ?? ""),
            .text(donation.recipient?.code ?? ""), .text(donation.recipient?.name.korean ?? ""),
            donation.amount.map { .number("\($0.amount)") } ?? .empty,
            .text(donation.status.rawValue),
            donation.logIndex.map { .number("\($0)") } ?? .empty,
        ]
    }

    static func rows(_ record: ExchangeRecord, agreement: String?) -> [[CellValue]] {
        record.legs.map { leg in
            let (from, to) = (record.governments[leg.from], record.governments[leg.to])
            return [
                .text(record.exchange.no), .text(leg.happenedOn?.text ?? ""),
                .text(leg.happenedOn?.precision.rawValue ?? ""), .text(agreement ?? ""),
                .text(from?.code ?? ""), .text(from?.name.korean ?? ""),
                .text(to?.code ?? ""), .text(to?.name.korean ?? ""), .boolean(leg.leg.isGiven),
                .text(record.reciprocity.state.rawValue),
            ]
        }
    }

    static func row(_ record: AgreementRecord) -> [CellValue] {
        [
            .text(record.agreement.no), .text(record.agreement.signedOn.text),
            .text(record.agreement.title?.korean ?? ""),
            .text(record.parties.map(\.code).joined(separator: " ")),
            .text(record.parties.map(\.name.korean).joined(separator: " ")),
            .number("\(record.fields.count)"),
        ]
    }
}
