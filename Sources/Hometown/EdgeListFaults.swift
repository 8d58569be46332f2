/// 목록 오류. Everything that keeps a list from being recorded; nothing of it is.
package struct EdgeListFaults: Error, Hashable, Sendable {
    package internal(set) var found: [FieldProblem] = []

    package init() {}

    mutating func add(_ row: Int, _ column: String, _ code: String, _ text: Bilingual) {
        guard found.count < EdgeList.faultsMax else { return }
        found.append(
            FieldProblem(
                field: "rows[\(row)].\(column)", code: code,
                text: Bilingual("행 \(row): \(text.korean)", "Row \(row): \(text.english)")))
    }

    mutating func add(_ row: Int, _ column: EdgeList.Column, _ refusal: Refusal) {
        add(row, column.rawValue, refusal.code.rawValue, refusal.text)
    }

    mutating func add(_ problem: FieldProblem) {
        guard found.count < EdgeList.faultsMax else { return }
        found.append(problem)
    }
}
