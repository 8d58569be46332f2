/// 입력 오류. One thing wrong with one field, before anything is judged.
package struct FieldProblem: Hashable, Sendable {
    package let field: String
    /// The code of the refusal where one says the same, else `value_missing`, `value_invalid`,
    /// `value_too_long` or `field_unknown`.
    package let code: String
    package let text: Bilingual

    package init(field: String, code: String, text: Bilingual) {
        self.field = field
        self.code = code
        self.text = text
    }

    init(_ field: DonationField, code: String, _ text: Bilingual) {
        self.init(field: field.rawValue, code: code, text: text)
    }

    /// The refusal as a problem of its own field.
    package init(_ refusal: Refusal) {
        self.init(field: refusal.field, code: refusal.code.rawValue, text: refusal.text)
    }

    static func missing(_ field: DonationField) -> FieldProblem {
        FieldProblem(
            field, code: "value_missing",
            Bilingual("필수 항목입니다. 값을 입력해 주십시오.", "This field is required. Enter a value."))
    }

    static func invalid(_ field: DonationField, allowed: [String]) -> FieldProblem {
        let list = allowed.joined(separator: ", ")
        let words = field.choices
        let korean = allowed.map { value in
            words.first { $0.value == value }?.words.first.map { "\($0)(\(value))" } ?? value
        }.joined(separator: ", ")
        return FieldProblem(
            field, code: "value_invalid",
            Bilingual(
                "쓸 수 없는 값입니다. 다음 중에서 고르십시오: \(korean)", "Choose one of: \(list)."))
    }
}
