import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi donation add`: the fields as options, or all of them in a file, which keeps names of
/// donors out of the list of processes.
struct DonationAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: .said("기부를 등록합니다.", "Record a donation."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions
    @OptionGroup var fields: DonationOptions

    func run() async throws {
        let given = fields.given
        guard draft.file == nil || given.isEmpty else { throw DraftOptions.both }
        // Left out it would count as not disclosed, for ever; a file of the API's says null.
        guard draft.file != nil || fields.amount?.tidied.isEmpty == false else {
            throw CommandFailure(
                .usage,
                Bilingual(
                    "--amount를 쓰십시오. 공개되지 않았으면 --amount 미공개라고 쓰십시오.",
                    "Give --amount; --amount undisclosed if nobody disclosed it."))
        }
        let body = try draft.body() ?? FormBody(DonationOptions.json(given))
        let kinds = draft.file == nil ? DonationOptions.kinds : [:]
        try await options.record("donation", draft) { ledger, request, today in
            let body = try await body.identified(kinds, in: ledger)
            let draft = try DonationForm.draft(body, today: today, keyed: ledger.secret.donor)
            return try await ledger.record(
                draft, content: draft.canonicalBytes, request: request)
        }
    }
}

/// The fields of a donation as options, by the names of the API.
struct DonationOptions: ParsableArguments {
    @Option(name: .long, help: .said("intake(접수)나 reported(공표).", "intake (접수) or reported (공표)."))
    var origin: String?
    @Option(
        name: .long, help: .said("공직자: id나 번호.", "A public person: the id or the number."),
        completion: .number(of: .person))
    var donorPerson: String?
    @Option(
        name: .long,
        help: .said(
            "기부자 번호. 다른 기부자와 가려내며, 해시만 남습니다.",
            "Whatever tells this donor from others; only its hash is kept."))
    var donorKey: String?
    @Option(name: .long, help: .said("person이나 organisation.", "person or organisation."))
    var donorKind: String?
    @Option(
        name: .long,
        help: .said("본인 명의인지: true나 false.", "In the donor's own name: true or false."))
    var ownName: String?
    @Option(
        name: .long,
        help: .said("그날 기부자가 사는 지자체. 없으면 none.", "The donor's government on the day, or none."),
        completion: .governments)
    var residence: String?
    @Option(
        name: .long,
        help: .said(
            "shared_administrative_information이나 document_submitted.",
            "shared_administrative_information or document_submitted."))
    var residenceBasis: String?
    @Option(name: .long, help: .said("주소지를 확인한 날.", "The day the residence was checked."))
    var residenceCheckedOn: String?
    @Option(
        name: .long,
        help: .said(
            "기부자가 재직하는 지자체. 없으면 none.", "The donor's employer, or none."), completion: .governments)
    var employer: String?
    @Option(
        name: .long, help: .said("받는 지자체: 코드나 이름.", "The receiving government: its code or name."),
        completion: .governments)
    var recipient: String?
    @Option(
        name: .long,
        help: .said(
            "원, 예: 100,000이나 10만. 공개되지 않았으면 미공개.",
            "Won, as in 100,000; undisclosed where nobody disclosed it."))
    var amount: String?
    @Option(
        name: .long,
        help: .said(
            "날짜, 예: 2026-03-02, 2026. 3. 2., 어제.",
            "The day, as in 2026-03-02, 2026. 3. 2. or yesterday."))
    var donatedOn: String?
    @Option(
        name: .long,
        help: .said("day, month, year, on_or_before 중 하나.", "day, month, year or on_or_before."))
    var datePrecision: String?
    @Option(
        name: .long,
        help: .said(
            "state_system, bank_counter, private_platform, public_place 중 하나.",
            "state_system, bank_counter, private_platform or public_place."))
    var channel: String?
    @Option(
        name: .long,
        help: .said("플랫폼 이름이나 공개된 장소.", "The platform's name or the public place."))
    var channelName: String?
    @Option(
        name: .long,
        help: .said(
            "받는 지자체와 계약 등 이해관계가 있으면 true.",
            "true when a contract or the like ties donor and recipient."))
    var interest: String?
    @Option(name: .long, help: .said("지정한 목적, 1부터 4까지.", "The purpose that is named, 1 to 4."))
    var purpose: String?
    @Option(
        name: .long,
        help: .said("지정한 사업: id나 번호.", "The project that is named: its id or number."),
        completion: .number(of: .project))
    var projectId: String?
    @OptionGroup var receiving: ReceivingOptions
    @Option(
        name: .long,
        help: .said("속하는 상호기부: id나 번호.", "The exchange it belongs to: its id or number."),
        completion: .number(of: .exchange))
    var exchangeId: String?
    @Option(
        name: .long,
        help: .said("속하는 한쪽 기부: id나 번호.", "The leg it goes along: its id or number."),
        completion: .number(of: .leg))
    var legId: String?
    @Option(
        name: .long,
        help: .said("증명하는 챌린지 참여: id나 번호.", "The run of a relay it proves: its id or number."),
        completion: .number(of: .participation))
    var participationId: String?
    @Option(
        name: .long,
        help: .said(
            "이미 위법하게 받은 돈: 법 제14조제1항의 사유, 1부터 7까지.",
            "Money already taken against the law: the ground of Act 14(1), 1 to 7."))
    var receivedUnlawful: String?

    @Option(
        name: .long,
        help: .said(
            "마감된 기간에 넣는 늦은 등록 승인: id나 번호.",
            "The approval by which it goes into a closed period: its id or number."),
        completion: .number(of: .lateApproval))
    var lateApproval: String?

    /// Of what the options name that take a number as well as an id.
    static let kinds: [String: Entry.Kind] = [
        DonationField.donorPerson.rawValue: .person, DonationField.project.rawValue: .project,
        DonationField.exchange.rawValue: .exchange, DonationField.leg.rawValue: .leg,
        DonationField.participation.rawValue: .participation,
        DonationField.lateApproval.rawValue: .lateApproval,
    ]

    /// Whatever was written; 공표 means what `reported` does, as in a list.
    var given: [(field: DonationField, text: String)] {
        let all: [(DonationField, String?)] = [
            (.origin, origin), (.donorPerson, donorPerson), (.donorKey, donorKey),
            (.donorKind, donorKind), (.ownName, ownName), (.residence, residence),
            (.residenceBasis, residenceBasis), (.residenceCheckedOn, residenceCheckedOn),
            (.employer, employer), (.recipient, recipient), (.amount, amount),
            (.donatedOn, donatedOn), (.datePrecision, datePrecision), (.channel, channel),
            (.channelName, channelName), (.interest, interest), (.purpose, purpose),
            (.project, projectId), (.exchange, exchangeId), (.leg, legId),
            (.participation, participationId), (.receivedUnlawful, receivedUnlawful),
            (.lateApproval, lateApproval),
        ]
        return (all + receiving.all).compactMap { field, text in
            text.map { (field, field.meaning(of: $0)) }
        }
    }

    /// The object that a caller of the API would send.
    static func json(_ given: [(field: DonationField, text: String)]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            for (field, text) in given { writer.field(field.rawValue, text) }
        }
        return writer.bytes
    }
}
