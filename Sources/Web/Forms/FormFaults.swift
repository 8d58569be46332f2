package import Hometown

/// Everything wrong with one request, gathered while its parts are read. A class, so that the
/// readers of nested objects add to the same list.
package final class FormFaults {
    package private(set) var found: [FieldProblem] = []

    package init() {}

    /// More than a person mends at once; a hostile body names no more than that.
    package static let foundMax = 100

    func add(_ problem: FieldProblem) {
        guard found.count < FormFaults.foundMax else { return }
        found.append(problem)
    }

    func add(_ field: String, _ code: String, _ text: Bilingual) {
        add(FieldProblem(field: field, code: code, text: text))
    }

    func missing(_ field: String) {
        add(
            field, "value_missing",
            Bilingual("필수 항목입니다. 값을 입력해 주십시오.", "This field is required. Enter a value."))
    }

    func invalid(_ field: String, allowed: [String]) {
        let list = allowed.joined(separator: ", ")
        add(
            field, "value_invalid",
            Bilingual("쓸 수 없는 값입니다. 다음 중에서 고르십시오: \(list)", "Choose one of: \(list)."))
    }

    func unknown(_ field: String) {
        add(
            field, "field_unknown",
            Bilingual("없는 항목입니다. 이름을 확인해 주십시오.", "There is no such field."))
    }

    func tooLong(_ field: String, max: Int) {
        add(
            field, "value_too_long",
            Bilingual("\(max)자 이내로 줄이십시오.", "At most \(max) characters."))
    }

    func malformed(_ field: String, _ wanted: Bilingual) {
        add(
            field, "value_invalid",
            Bilingual("\(wanted.korean) 형식이 아닙니다.", "This must be \(wanted.english)."))
    }
}
