/// 열 맞추기. Which column of a list holds what, found by the words over them.
package struct DonationColumns: Hashable, Sendable {
    /// Why the columns do not do.
    package struct Problem: Error, Hashable, Sendable {
        /// `column_missing` or `column_repeated`.
        package let code: String
        package let text: Bilingual
    }

    /// As the file has it, tidied.
    package let header: [String]
    /// What stands in the place of columns that the file does not have.
    package let defaults: [DonationField: String]
    private let columns: [DonationColumn?]

    /// - Parameter mapping: what somebody says that words over columns mean, where it is not what
    ///   they are taken for; `nil`: such a column is not read.
    /// - Throws: `Problem` naming what is needed and what the file has.
    package init(
        header: [String], defaults: [DonationField: String] = [:],
        mapping: [String: DonationColumn?] = [:]
    ) throws(Problem) {
        self.header = header.map(\.tidied)
        self.defaults = defaults
        columns = self.header.map { word in mapping[word] ?? DonationColumn.named(word) }
        try checkRepeated()
        try checkMissing()
    }

    /// The names of all columns, in the API's manner: the header of a list of JSON objects, which
    /// has none of its own.
    package static let names =
        DonationColumn.allCases.map(\.name) + DonationColumn.remarkNames

    /// Columns by what they hold, with the words over them, in the order of the file.
    package var known: [(header: String, column: DonationColumn)] {
        zip(header, columns).compactMap { header, column in column.map { (header, $0) } }
    }

    /// 읽는 열. Those that something is read from: a remark is for whoever looks at the file.
    package var used: [(header: String, column: DonationColumn)] {
        known.filter { $0.column != .remark }
    }

    /// Where those columns stand in a row, counted from 0.
    package var usedIndices: [Int] {
        columns.indices.filter { index in columns[index].map { $0 != .remark } ?? false }
    }

    /// What stands in those columns in a row, in their order.
    package func used(in cells: [String]) -> [String] {
        usedIndices.map { $0 < cells.count ? cells[$0] : "" }
    }

    /// Words nobody uses here. Such columns are never looked at.
    package var ignored: [String] {
        zip(header, columns).filter { $0.1 == nil && !$0.0.isEmpty }.map(\.0)
    }

    /// The word over the column of a field, for messages.
    package func header(of field: String) -> String? {
        known.first { $0.column.name == field }?.header
    }

    /// 열 제목의 꼴. The words of a header as one header is told from another: without blanks, in
    /// narrow letters and lower case, up to the last that says anything.
    package static func shape(of header: [String]) -> [String] {
        var words = header.map { $0.tidied.narrowed.closedUp.lowercased() }
        while words.last?.isEmpty == true { words.removeLast() }
        return words
    }

    private func checkRepeated() throws(Problem) {
        for (index, column) in columns.enumerated() {
            guard let column, column != .remark, columns[..<index].contains(column)
            else { continue }
            let twice = known.filter { $0.column == column }.map { "'\($0.header)'" }
                .joined(separator: ", ")
            throw Problem(
                code: "column_repeated",
                text: Bilingual(
                    "\(column.title.korean) 열이 여러 개입니다(\(twice)). 하나만 남기십시오.",
                    "Several columns hold \(column.name) (\(twice)). Keep one."))
        }
    }

    private func checkMissing() throws(Problem) {
        var given = Set(columns.compactMap { $0 })
        for field in defaults.keys { given.insert(.field(field)) }
        var missing = [DonationField.origin, .recipient, .amount, .donatedOn]
            .map(DonationColumn.field).filter { !given.contains($0) }
        let donors: [DonationColumn] = [
            .field(.donorKey), .field(.donorPerson), .donorReference,
        ]
        if given.isDisjoint(with: donors) { missing.append(.field(.donorKey)) }
        guard !missing.isEmpty else { return }
        let korean = missing.map(\.title.korean).joined(separator: ", ")
        let english = missing.map(\.name).joined(separator: ", ")
        let shown = header.filter { !$0.isEmpty }.prefix(DonationColumns.shownMax)
        let found = shown.map { String(ResidentNumber.redacting($0).prefix(30)) }
            .joined(separator: ", ")
        throw Problem(
            code: "column_missing",
            text: Bilingual(
                "필요한 열이 없습니다: \(korean). 파일에 있는 열: \(found)",
                "Needed columns are missing: \(english). The file has: \(found)"))
    }

    /// Enough of a header to recognise it by.
    private static let shownMax = 40
}

extension DonationColumns {
    /// 되풀이. What words in the columns of a list were read as: a list says few of them, and each
    /// many thousand times.
    package struct Memory: Sendable {
        /// Of one column. One that holds more kinds of cells is forgotten and begins anew.
        private static let cellsMax = 4_096

        private var newest: [(cell: String, meaning: String)] = []
        private var meanings: [[String: String]] = []

        package init() {}

        mutating func meaning(
            of cell: String, in column: Int, _ field: DonationField
        ) -> String {
            guard field.hasChoices else { return cell }
            while newest.count <= column {
                newest.append(("", ""))
                meanings.append([:])
            }
            if newest[column].cell == cell { return newest[column].meaning }
            let meaning = meanings[column][cell] ?? field.meaning(of: cell)
            if meanings[column].count >= Memory.cellsMax { meanings[column] = [:] }
            meanings[column][cell] = meaning
            newest[column] = (cell, meaning)
            return meaning
        }
    }

    /// 행 읽기. What a row amounts to.
    package struct Reading: Hashable, Sendable {
        /// What stood in the column 행 식별자.
        package var id: Identifier?
        /// 취소·반환·정정됨. Whether the list says that the donation no longer stands.
        package var isSettled = false
        /// Whether it only tells what became of the donation of another row, whose identifier it
        /// has: nothing else of it is read.
        package var isStep = false
        package var outcome: DonationFields.Outcome
        /// Also of a row in whose way something else stands; `nil` where none is disclosed.
        package var amount: Won?
    }

    /// 칸 오류. A cell that holds something and no value, such as a formula that came to an error,
    /// and whose text is empty; or a value that may not be what was meant.
    package struct CellFault: Hashable, Sendable {
        /// Counted from 0.
        package let column: Int
        package let code: String
        package let text: Bilingual
        /// Which fields cannot be read from it; `nil`: none can.
        package let fields: Set<DonationField>?

        package init(
            column: Int, code: String, text: Bilingual, fields: Set<DonationField>? = nil
        ) {
            self.column = column
            self.code = code
            self.text = text
            self.fields = fields
        }

        fileprivate func matters(to column: DonationColumn) -> Bool {
            guard column != .remark else { return false }
            guard let fields else { return true }
            if case .field(let field) = column { return fields.contains(field) }
            return false
        }
    }

    /// What such cells mean where their columns are read; of other columns nobody asks.
    private func problems(of faults: [CellFault]) -> [FieldProblem] {
        faults.compactMap { fault in
            guard fault.column < columns.count, let column = columns[fault.column],
                fault.matters(to: column)
            else { return nil }
            return FieldProblem(field: column.name, code: fault.code, text: fault.text)
        }
    }

    /// Reads a row with the one reader that the API and the command line use.
    /// - Parameters:
    ///   - faults: cells that hold no value.
    ///   - memory: of the rows before it.
    /// - Returns: `nil` for a row without anything in it.
    package func read(
        _ cells: [String], faults: [CellFault] = [], today: CivilDate,
        keyed: (String) -> Identifier, remembering memory: inout Memory
    ) -> Reading? {
        var fields = DonationFields()
        var id: Identifier?
        var reference: Identifier?
        var (isSettled, isStep) = (false, false)
        var problems = problems(of: faults)
        var isEmpty = true
        for (index, cell) in cells.enumerated() where !cell.isEmpty {
            guard index < columns.count else {
                if !cell.tidied.isEmpty { problems.append(.unnamedCell(column: index + 1)) }
                continue
            }
            switch columns[index] {
            case .field(let field):
                fields[field] = memory.meaning(of: cell, in: index, field)
                isEmpty = isEmpty && fields[field] == nil
            case .rowID: id = identifier(cell, .rowID, &problems)
            case .donorReference: reference = identifier(cell, .donorReference, &problems)
            case .status: isSettled = DonationColumns.settled.contains(cell.tidied)
            case .kind: isStep = isOfStep(cell, &problems)
            case .remark, nil: break
            }
        }
        guard !isEmpty || id != nil || !problems.isEmpty else { return nil }
        if isStep {
            return Reading(
                id: id, isSettled: isSettled, isStep: true, outcome: .problems(problems))
        }
        for (field, text) in defaults where fields[field] == nil { fields[field] = text }
        let usesReference =
            reference != nil && fields[.donorKey] == nil
            && fields[.donorPerson] == nil
        if let reference, usesReference { fields[.donorKey] = reference.description }
        let outcome = fields.draft(today: today) { key in
            usesReference ? reference ?? keyed(key) : keyed(key)
        }
        let amount: Won? =
            if case .draft(let draft) = outcome { draft.amount } else { fields.amount }
        guard !problems.isEmpty else {
            return Reading(id: id, isSettled: isSettled, outcome: outcome, amount: amount)
        }
        if case .problems(let others) = outcome {
            // That a cell without a value is empty is no second problem.
            let told: Set<String> = faults.isEmpty ? [] : Set(problems.map(\.field))
            problems += others.filter { !told.contains($0.field) }
        }
        return Reading(
            id: id, isSettled: isSettled, outcome: .problems(problems), amount: amount)
    }

    /// The words of an export for what is in no total any more.
    private static let settled: Set<String> = ["reversed", "returned", "amended"]

    private func isOfStep(_ cell: String, _ problems: inout [FieldProblem]) -> Bool {
        if let kind = DonationRowKind(cell: cell) { return kind != .donation }
        if !cell.tidied.isEmpty { problems.append(.noRowKind) }
        return false
    }

    private func identifier(
        _ cell: String, _ column: DonationColumn, _ problems: inout [FieldProblem]
    ) -> Identifier? {
        let text = cell.tidied
        if text.isEmpty { return nil }
        if let identifier = Identifier(text) { return identifier }
        problems.append(.noIdentifier(column.name))
        return nil
    }
}

extension FieldProblem {
    fileprivate static func unnamedCell(column: Int) -> FieldProblem {
        FieldProblem(
            field: "", code: "cell_without_column",
            text: Bilingual(
                "\(column)번째 칸의 열 이름이 없습니다. 칸이 밀리지 않았는지 확인해 주십시오.",
                "Cell \(column) stands under no column. Check whether the cells have shifted."))
    }

    fileprivate static var noRowKind: FieldProblem {
        let words = DonationRowKind.allCases.map(\.rawValue).joined(separator: ", ")
        return FieldProblem(
            field: DonationColumn.kind.name, code: "value_invalid",
            text: Bilingual(
                "행 종류는 \(words) 가운데 하나입니다. 기부 목록이면 이 열을 지우십시오.",
                "A row's kind is one of \(words). Of a plain list, delete the column."))
    }

    fileprivate static func noIdentifier(_ field: String) -> FieldProblem {
        FieldProblem(
            field: field, code: "value_invalid",
            text: Bilingual(
                "식별자(UUID)가 아닙니다. 받은 파일의 값을 그대로 두고, 처음 적는 행이면 비우십시오.",
                "This is no identifier (UUID). Leave what the file came with, and nothing in a row "
                    + "that is new."))
    }
}
