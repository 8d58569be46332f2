/// 지명 목록 읽기. From the cells of a table to rows, with everything that is wrong and where. A cell
/// that holds a resident number is never repeated.
package struct EdgeListReader: Sendable {
    private let dates: DateReader

    /// - Parameter today: the Korean day, for dates in words and without a year.
    package init(today: CivilDate) {
        dates = DateReader(today: today)
    }

    private static let charactersMax = 200
    private static let linkMax = 2_000

    /// - Parameter records: the header and then the rows; an empty row is passed over.
    /// - Throws: `EdgeListFaults`.
    package func read(_ records: [[String]]) throws(EdgeListFaults) -> EdgeList {
        let header = (records.first ?? []).map { $0.tidied.lowercased() }
        var places: [EdgeList.Column: Int] = [:]
        for column in EdgeList.Column.allCases {
            places[column] = header.firstIndex(of: column.rawValue)
        }
        try check(header, places)
        var faults = EdgeListFaults()
        var rows: [EdgeList.Row] = []
        for (index, record) in records.enumerated().dropFirst()
        where record.contains(where: { !$0.tidied.isEmpty }) {
            guard record.count == header.count else {
                faults.add(
                    index + 1, "cells", "value_invalid",
                    Bilingual(
                        "칸이 \(record.count)개입니다. 머리글처럼 \(header.count)개로 맞추십시오.",
                        "The row has \(record.count) cells, the header \(header.count). Match them."
                    ))
                continue
            }
            if let row = row(index + 1, record, places, &faults) { rows.append(row) }
        }
        if rows.count > EdgeList.rowsMax {
            faults.add(FieldProblem(.tooMany(field: "rows", max: EdgeList.rowsMax)))
        }
        if rows.isEmpty, faults.found.isEmpty {
            faults.add(FieldProblem(.tooFew(field: "rows", min: 1)))
        }
        guard faults.found.isEmpty else { throw faults }
        return EdgeList(rows: rows)
    }

    private func check(
        _ header: [String], _ places: [EdgeList.Column: Int]
    ) throws(EdgeListFaults) {
        var faults = EdgeListFaults()
        let missing = EdgeList.Column.allCases.filter { places[$0] == nil }.map(\.rawValue)
        let found = ResidentNumber.redacting(header.joined(separator: ", ")).prefix(400)
        if !missing.isEmpty {
            let wanted = missing.joined(separator: ", ")
            faults.add(
                1, missing[0], "column_missing",
                Bilingual(
                    "머리글에 \(wanted) 열이 없습니다. 있는 열: \(found). UTF-8 또는 CP949로 저장한 CSV인지도 보십시오.",
                    "The header lacks \(wanted). It has: \(found). See also that the file is a CSV "
                        + "in UTF-8 or CP949."))
        }
        for column in EdgeList.Column.allCases
        where header.count(where: { $0 == column.rawValue }) > 1 {
            faults.add(
                1, column.rawValue, "column_doubled",
                Bilingual(
                    "\(column.rawValue) 열이 두 번 있습니다. 하나만 두십시오.",
                    "The column \(column.rawValue) stands twice. Keep one."))
        }
        guard faults.found.isEmpty else { throw faults }
    }

    private func row(
        _ number: Int, _ record: [String], _ places: [EdgeList.Column: Int],
        _ faults: inout EdgeListFaults
    ) -> EdgeList.Row? {
        let before = faults.found.count
        var cells: [EdgeList.Column: String] = [:]
        for column in EdgeList.Column.allCases {
            guard let place = places[column] else { continue }
            let text = record[place].tidied
            cells[column] = text
            check(text, column, number, &faults)
        }
        guard faults.found.count == before else { return nil }
        let date = date(cells[.date] ?? "", number, &faults)
        let source = link(cells[.source] ?? "", number, &faults)
        guard faults.found.count == before, let date else { return nil }
        return EdgeList.Row(
            number: number,
            nominator: EdgeList.Who(
                name: cells[.fromPerson] ?? "", office: cells[.fromOffice] ?? ""),
            nominee: EdgeList.Who(name: cells[.toPerson] ?? "", office: cells[.toOffice] ?? ""),
            date: date, source: source)
    }

    private func check(
        _ text: String, _ column: EdgeList.Column, _ row: Int, _ faults: inout EdgeListFaults
    ) {
        if ResidentNumber.isPresent(in: text) {
            faults.add(row, column, .residentNumberPresent(fields: [column.rawValue]))
        } else if ResidentNumber.isMask(text) {
            faults.add(row, column.rawValue, "value_invalid", ResidentNumber.maskRefused)
        } else if text.isEmpty, column == .fromPerson || column == .toPerson || column == .date {
            faults.add(
                row, column.rawValue, "value_missing",
                Bilingual(
                    "\(column.rawValue) 칸이 비어 있습니다. 값을 입력해 주십시오.",
                    "\(column.rawValue) is empty. Enter a value."))
        } else if text.unicodeScalars.count
            > (column == .source ? Self.linkMax : Self.charactersMax)
        {
            faults.add(
                row, column.rawValue, "value_too_long",
                Bilingual("\(column.rawValue) 칸을 줄이십시오.", "Shorten \(column.rawValue)."))
        } else if column != .date, let hidden = HiddenCharacter(in: text) {
            faults.add(row, column.rawValue, "value_invalid", hidden.text)
        }
    }

    private func date(
        _ text: String, _ row: Int, _ faults: inout EdgeListFaults
    ) -> EventDate? {
        switch dates.read(text) {
        case .success(let reading):
            // Nobody is named tomorrow, or in a month or a year that is yet to begin.
            guard !reading.date.isAhead(of: dates.today) else {
                faults.add(row, .date, .participationInFuture(today: dates.today))
                return nil
            }
            let field = EdgeList.Column.date.rawValue
            if let refusal = reading.date.refusal(today: dates.today, field: field) {
                faults.add(row, .date, refusal)
                return nil
            }
            return reading.date
        case .failure(let problem):
            faults.add(
                row, EdgeList.Column.date.rawValue, Refusal.Code.dateInvalid.rawValue,
                problem.text)
            return nil
        }
    }

    /// Kept as it is and never fetched; an empty cell is no source.
    private func link(
        _ text: String, _ row: Int, _ faults: inout EdgeListFaults
    ) -> String? {
        guard !text.isEmpty else { return nil }
        let isLink = text.hasPrefix("https://") || text.hasPrefix("http://")
        guard isLink, !text.unicodeScalars.contains(where: { $0.isBlank || $0.value < 0x20 }) else {
            faults.add(
                row, EdgeList.Column.source.rawValue, "value_invalid",
                Bilingual(
                    "출처는 https:// 로 시작하는 주소 하나여야 합니다.",
                    "The source must be one address that begins with https://."))
            return nil
        }
        return text
    }
}
