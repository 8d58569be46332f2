import ArgumentParser
import Hometown
import Ledger
import Web

/// 이력. What became of a donation: what was done to it, and which others stand before and after it.
struct DonationStory: Sendable {
    private let donation: RecordedDonation
    private let corrections: [RecordedCorrection]
    private let others: [RecordedDonation]

    init(of donation: RecordedDonation, in ledger: Ledger) async throws {
        self.donation = donation
        corrections = try await ledger.corrections(of: donation.id) ?? []
        let ids = [donation.replaces, donation.settlement.replacement].compactMap(\.self)
        others = try await ids.isEmpty ? [] : ledger.donations(ids)
    }

    /// The donation and what stands in its place, a line each: number, status, id.
    func lines(in language: Language) -> [String] {
        let successor = others.filter { $0.id == donation.settlement.replacement }
        return ([donation] + successor).map { donation in
            let status = StatusWord.cell(donation.status.rawValue, in: language)
            return "\(donation.no)\t\(status)\t\(donation.id)"
        }
    }

    /// What the API tells under other addresses.
    func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.field("net_amount", counted)
            writer.field("replaces_no", no(of: donation.replaces))
            writer.field("replaced_by_no", no(of: donation.settlement.replacement))
            writer.array("corrections", corrections) { $0.write(to: &$1, for: reader) }
        }
    }

    /// What the totals have of it; `nil` when it is not disclosed.
    private var counted: Int64? {
        donation.status == .standing ? donation.amount?.amount : 0
    }

    private func no(of id: Identifier?) -> String? {
        others.first { $0.id == id }?.no
    }
}

/// `pumasi donation corrections`: oldest first.
struct DonationCorrections: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrections",
        abstract: .said("기부에 한 일의 목록(정정 이력).", "List what was done to a donation (정정 이력)."))

    @OptionGroup var output: OutputOptions

    @Argument(
        help: .said("기부: id나 번호.", "The donation: its id or its number."),
        completion: .number(of: .donation))
    var donation: String

    func run() async throws {
        let text = donation
        let corrections = try await options.withLedger("donation") { ledger in
            let id = try await ledger.identifier(named: text, .donation)
            return try await ledger.corrections(of: id).found(text)
        }
        var table = TextTable(
            [
                ("번호", "NO"), ("한 일", "ACTION"), ("상태", "STATE"), ("기록한 때", "RECORDED"),
                ("누가", "BY"), ("사유", "REASON"), ("ID", "ID"),
            ], in: options.language)
        for correction in corrections {
            table.add(
                [
                    correction.no, correction.action.rawValue, correction.state.rawValue,
                    correction.recordedAt.koreanText, correction.author, correction.reason ?? "-",
                    correction.id.description,
                ], said: ["ACTION": correction.action.title, "STATE": correction.state.title])
        }
        let reader = options.reader
        try output.say(table, items: corrections) { $0.write(to: &$1, for: reader) }
    }
}
