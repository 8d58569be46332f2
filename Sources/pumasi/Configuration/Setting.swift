import Hometown

/// 설정. One thing that can be set: its key, what it may hold, what it means. The table below is
/// the whole configuration; a key that is not in it is refused wherever it stands.
struct Setting: Sendable {
    enum Kind: Sendable {
        case text
        /// Names divided by commas, or none.
        case list
        case flag
        case integer(ClosedRange<Int>)
        /// A host and a port.
        case address
        case choice([String])
        /// Any number of these, divided by commas.
        case choices([String])
    }

    /// Dotted, as in the file: `http.port`.
    let key: String
    let kind: Kind
    /// `nil`: unset unless somebody sets it.
    let initial: String?
    /// Never shown, never taken from the command line, which everybody on the machine can read.
    let isSecret: Bool
    let text: Bilingual

    init(
        _ key: String, _ kind: Kind, _ initial: String?, isSecret: Bool = false, _ text: Bilingual
    ) {
        self.key = key
        self.kind = kind
        self.initial = initial
        self.isSecret = isSecret
        self.text = text
    }

    /// Why `value` cannot stand here; `nil` when it can.
    func fault(in value: String) -> Bilingual? {
        switch kind {
        case .list: return nil
        case .text:
            guard value.isEmpty else { return nil }
            return Setting.nothing
        case .flag:
            guard value != "true", value != "false" else { return nil }
            return Bilingual("true 또는 false여야 합니다.", "It must be true or false.")
        case .integer(let range):
            if let number = Int(value), range.contains(number) { return nil }
            return Bilingual(
                "\(range.lowerBound)에서 \(range.upperBound)까지의 정수여야 합니다.",
                "It must be a whole number from \(range.lowerBound) to \(range.upperBound).")
        case .address:
            guard ListenAddress(value) == nil else { return nil }
            return Bilingual(
                "127.0.0.1:9100처럼 주소와 포트여야 합니다.",
                "It must be an address and a port, as in 127.0.0.1:9100.")
        case .choice(let choices):
            guard !choices.contains(value) else { return nil }
            let list = choices.joined(separator: ", ")
            return Bilingual("다음 중 하나여야 합니다: \(list).", "It must be one of: \(list).")
        case .choices(let choices):
            guard !Setting.parts(of: value).allSatisfy(choices.contains) else { return nil }
            let list = choices.joined(separator: ", ")
            return Bilingual(
                "쉼표로 나누어 다음 중에서 씁니다: \(list).",
                "It takes any of these, divided by commas: \(list).")
        }
    }

    /// What is said of a line or a variable that holds nothing: it would do other than one that is
    /// not there.
    static let nothing = Bilingual(
        "비어 있습니다. 값을 쓰거나, 정하지 않으려면 빼십시오.",
        "It holds nothing. Write a value, or take it away to leave it unset.")

    /// What stands between commas.
    static func parts(of value: String) -> [String] {
        value.split(separator: ",").map { $0.filter { $0 != " " } }
    }
}
