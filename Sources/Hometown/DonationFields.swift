/// 기부 입력. A donation as a form, a command, a line of a list or a JSON object brings it: texts
/// under the names of the API, unread. An empty text is no value.
package struct DonationFields: Sendable {
    /// Few enough that a flat list is searched faster than a dictionary is built: the fields that
    /// hold something, and their texts in the same order.
    private var filled: [DonationField] = []
    private var texts: [String] = []
    private(set) var unknown: [String] = []

    package init() {
        filled.reserveCapacity(DonationFields.usualCount)
        texts.reserveCapacity(DonationFields.usualCount)
    }

    /// What a donation with all its checks brings, and a little more.
    private static let usualCount = 16

    /// Takes texts under the names of the API; other names are kept to be refused.
    package init(_ values: some Sequence<(key: String, value: String)>) {
        self.init()
        for (name, value) in values {
            if let field = DonationField(rawValue: name) {
                self[field] = value
            } else {
                unknown.append(name)
            }
        }
        unknown.sort()
    }

    package subscript(field: DonationField) -> String? {
        get { filled.firstIndex(of: field).map { texts[$0] } }
        set {
            blank(field)
            guard let text = newValue?.tidied, !text.isEmpty else { return }
            filled.append(field)
            texts.append(text)
        }
    }

    /// 금액, whatever the other fields hold; `nil` where none is disclosed.
    var amount: Won? {
        guard let text = self[.amount], !ResidentNumber.isPresent(in: text),
            case .success(.disclosed(let won)) = AmountReader.read(text)
        else { return nil }
        return won
    }

    /// The fields whose text fulfils a condition, in the order of the form.
    func holding(_ condition: (String) -> Bool) -> [DonationField] {
        let found = filled.indices.filter { condition(texts[$0]) }.map { filled[$0] }
        return found.count < 2 ? found : DonationField.allCases.filter(found.contains)
    }

    /// The fields that hold a character nobody sees, each with the first, in the order of the form;
    /// of those out of which a value is read, U+0000 alone, which PostgreSQL keeps in no text.
    var hidden: [(field: DonationField, character: HiddenCharacter)] {
        let found = filled.indices.compactMap { index in
            HiddenCharacter(in: texts[index]).map { (field: filled[index], character: $0) }
        }.filter { $0.field.isWritten || $0.character.scalar == "\0" }
        guard found.count > 1 else { return found }
        return DonationField.allCases.flatMap { field in found.filter { $0.field == field } }
    }

    /// What the fields amount to: a draft, or everything that stands in its way.
    package enum Outcome: Hashable, Sendable {
        /// Behind a pointer: an outcome is handed on and kept in lists more often than it is read.
        indirect case draft(DonationDraft)
        case problems([FieldProblem])
    }

    /// Reads all fields. A text that holds a resident number is thrown away before it is read, and
    /// only the name of its field is kept.
    /// - Parameters:
    ///   - today: the Korean day, for dates in words and without a year.
    ///   - isOnRecord: whether the texts come from the ledger. They were taken in before and stay
    ///     as they are, whatever the rules for texts were then.
    ///   - keyed: turns the caller's key of a donor into an opaque reference.
    package func draft(
        today: CivilDate, isOnRecord: Bool = false, keyed: (String) -> Identifier
    ) -> Outcome {
        var reader = DonationFieldReader(
            self, dates: DateReader(today: today), isOnRecord: isOnRecord)
        let origin = reader.choice(.origin, Origin.self) ?? reader.missing(.origin)
        let donor = reader.donor(keyed: keyed)
        let recipient = reader.text(.recipient) ?? reader.missing(.recipient)
        let amount = reader.amount()
        let donatedOn = reader.donatedOn()
        let kind = reader.choice(.donorKind, DonorKind.self)
        let isInOwnName = reader.flag(.ownName)
        let employer = reader.employer()
        let hasInterest = reader.flag(.interest)
        let channel = reader.choice(.channel, Channel.self)
        let purpose = reader.purpose()
        let project = reader.identifier(.project)
        let gift = reader.gift()
        let checks = reader.checks()
        let residence = reader.residence(checked: checks?.resident)
        let receivedUnlawful = reader.returnGround(of: origin)
        let lateApproval = reader.identifier(.lateApproval)
        let links = (
            reader.identifier(.exchange), reader.identifier(.leg),
            reader.identifier(.participation)
        )
        guard let origin, let donor, let recipient, let donatedOn, reader.problems.isEmpty
        else { return .problems(reader.problems) }
        var draft = DonationDraft(
            origin: origin, donor: donor, recipient: recipient, amount: amount,
            donatedOn: donatedOn)
        draft.donorKind = kind
        draft.isInOwnName = isInOwnName
        draft.displayName = reader.text(.donorName)
        draft.residence = residence
        draft.employer = employer
        draft.hasInterest = hasInterest
        draft.channel = channel
        draft.channelName = reader.text(.channelName)
        (draft.purpose, draft.project) = (purpose, project)
        draft.gift = gift
        draft.checks = checks
        draft.officialReceiptNo = reader.text(.officialReceipt)
        (draft.exchange, draft.leg, draft.participation) = links
        (draft.receivedUnlawful, draft.lateApproval) = (receivedUnlawful, lateApproval)
        draft.blankedFields = reader.blanked.map(\.rawValue)
        return .draft(draft)
    }

    mutating func blank(_ field: DonationField) {
        guard let index = filled.firstIndex(of: field) else { return }
        filled.remove(at: index)
        texts.remove(at: index)
    }
}

extension DonationFields: CustomStringConvertible {
    /// The names of the fields that hold something, never what they hold.
    package var description: String {
        "fields "
            + DonationField.allCases.filter { self[$0] != nil }.map(\.rawValue)
            .joined(separator: " ")
    }
}
