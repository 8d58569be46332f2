import Hometown
import Ledger

/// 등록 귀띔. What there is to say of a donation while it is typed: each field as it is read and, once
/// there is enough of it, what the ledger would make of the whole.
struct DonationHints {
    let entry: DonationEntry
    let registry: GovernmentRegistry
    private(set) var hints: [Hint] = []

    init(_ entry: DonationEntry, _ registry: GovernmentRegistry) {
        self.entry = entry
        self.registry = registry
        readDay()
        readAmount()
        readRecipient()
    }

    private mutating func readDay() {
        guard let text = typed(.donatedOn) else { return }
        switch DateReader(today: entry.today).read(text) {
        case .failure(let problem): add(.donatedOn, .refusal, problem.text)
        case .success(let reading):
            let date = reading.date
            add(
                .donatedOn, .echo,
                Bilingual(
                    Notation.date(date, .text, in: .korean),
                    Notation.date(date, .text, in: .english)))
            if let notice = reading.notice { add(.donatedOn, .warning, notice) }
        }
    }

    private mutating func readAmount() {
        guard let text = typed(.amount) else { return }
        switch AmountReader.read(text) {
        case .failure(let problem): add(.amount, .refusal, problem.text)
        case .success(.undisclosed):
            add(.amount, .echo, Bilingual("미공개", "not disclosed"))
        case .success(.disclosed(let won)):
            add(
                .amount, .echo,
                Bilingual(
                    "\(Notation.amount(won, in: .korean)) · \(Notation.spoken(won, in: .korean))",
                    Notation.amount(won, in: .english)))
        }
    }

    private mutating func readRecipient() {
        guard let text = typed(.recipient),
            case .one(let unit) = registry.resolve(text, on: entry.namesDay)
        else { return }
        add(.recipient, .echo, registry.fullName(of: unit))
    }

    /// - Parameter foresight: of the donation, where there is enough of it to be judged.
    mutating func take(_ foresight: Foresight, exchange: ExchangeRecord?) {
        if let giver = foresight.giver, let recipient = foresight.verdict?.recipient {
            let names = [giver, recipient].map(registry.fullName)
            hints.append(
                Hint(
                    DonationEntry.donorField, .echo,
                    Bilingual(
                        "\(names[0].korean) → \(names[1].korean)",
                        "\(names[0].english) → \(names[1].english)")))
        }
        tellCap(foresight)
        if let twin = foresight.twin {
            hints.append(
                Hint(
                    "", .warning,
                    Bilingual(
                        "같은 기부가 이미 있습니다: \(twin.no)",
                        "There is a donation like this already: \(twin.no)"),
                    path: "/donations/\(twin.id)"))
        }
        if let exchange, exchange.reciprocity.state != .answered {
            let text = exchange.reciprocity.stateText(exchange.name, on: exchange.readOn)
            hints.append(Hint(DonationEntry.linkField, .echo, text))
        }
        let isDisputed = foresight.verdict?.outcome == .disputed
        for refusal in (foresight.verdict?.refusals ?? []) + foresight.strays {
            let place = DonationEntry.place(of: refusal.field)
            // What nobody has typed yet is no mistake.
            guard isTyped(place) else { continue }
            hints.append(Hint(refusal, in: place, isDisputed: isDisputed))
        }
    }

    private mutating func tellCap(_ foresight: Foresight) {
        guard let left = foresight.left, let year = foresight.verdict?.capYear, left >= .zero
        else { return }
        let (korean, english) = (
            Notation.amount(left, in: .korean), Notation.amount(left, in: .english)
        )
        add(
            .amount, .echo,
            Bilingual(
                "\(year)년 상한까지 \(korean) 남음", "\(english) left below the cap of \(year)"))
    }

    private func typed(_ field: DonationField) -> String? {
        entry.form[field.rawValue].flatMap { $0.tidied.isEmpty ? nil : $0 }
    }

    private func isTyped(_ field: String) -> Bool {
        entry.form.blanked.contains(field) || entry.form[field].map { !$0.tidied.isEmpty } ?? false
    }

    private mutating func add(_ field: DonationField, _ kind: Hint.Kind, _ text: Bilingual) {
        hints.append(Hint(field.rawValue, kind, text))
    }
}
