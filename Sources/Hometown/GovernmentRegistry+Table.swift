extension GovernmentRegistry {
    /// The header row, in this order.
    package static let columns = [
        "id", "code", "name_ko", "name_en", "level", "parent_code", "valid_from", "valid_to",
        "successor_codes", "iso3166_2",
    ]

    /// Reads a table of tab-separated values: UTF-8, a header row, no quoting, successors joined
    /// by `|`.
    /// - Throws: `GovernmentTableError`, which names line and column.
    package convenience init(tsv: String) throws {
        let lines = tsv.split(separator: "\n", omittingEmptySubsequences: false)
        let header = lines.first.map { $0.split(separator: "\t").map(String.init) } ?? []
        guard header == GovernmentRegistry.columns else {
            throw GovernmentTableError(
                line: 1, column: "id",
                reason: "the header must read \(GovernmentRegistry.columns.joined(separator: " "))")
        }
        var rows: [GovernmentRow] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            rows.append(try GovernmentRow(line, number: index + 1))
        }
        var ids: [String: Int16] = [:]
        var seen: Set<Int16> = []
        for row in rows {
            guard seen.insert(row.id).inserted else {
                throw row.error("id", "\(row.id) stands twice")
            }
            guard ids.updateValue(row.id, forKey: row.code) == nil else {
                throw row.error("code", "\(row.code) stands twice")
            }
        }
        self.init(try rows.map { try $0.government(ids) })
        try checkParents(rows)
    }

    /// A parent is metropolitan and in force as long as its child is.
    private func checkParents(_ rows: [GovernmentRow]) throws {
        for row in rows {
            guard let child = self[id: row.id] else { continue }
            guard (child.level == .metropolitan) == (child.parent == nil) else {
                throw row.error("parent_code", "a basic government has one, a metropolitan none")
            }
            guard let parent = parent(of: child) else { continue }
            guard parent.level == .metropolitan, parent.isInForce(on: child.validFrom),
                child.validTo.map({ parent.isInForce(on: $0.adding(days: -1)) })
                    ?? (parent.validTo == nil)
            else {
                throw row.error(
                    "parent_code", "\(parent.code) does not stand above it all the time")
            }
        }
    }
}

/// One line of the table, its cells read but its references not yet followed.
private struct GovernmentRow {
    let number: Int
    let id: Int16
    let code: String
    let cells: [String]

    init(_ line: Substring, number: Int) throws {
        self.number = number
        cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let columns = GovernmentRegistry.columns
        guard cells.count == columns.count else {
            throw GovernmentTableError(
                line: number, column: columns[min(cells.count, columns.count) - 1],
                reason: "\(cells.count) cells instead of \(columns.count)")
        }
        guard let id = Int16(cells[0]), id > 0 else {
            throw GovernmentTableError(
                line: number, column: "id", reason: "not a number from 1 to 32767")
        }
        self.id = id
        code = cells[1]
        guard code.utf8.count == 5, CivilDate.number(code.utf8) != nil else {
            throw error("code", "not five digits")
        }
    }

    func error(_ column: String, _ reason: String) -> GovernmentTableError {
        GovernmentTableError(line: number, column: column, reason: reason)
    }

    func government(_ ids: [String: Int16]) throws -> Government {
        guard !cells[2].isEmpty else { throw error("name_ko", "missing") }
        guard !cells[3].isEmpty else { throw error("name_en", "missing") }
        guard let level = Government.Level(rawValue: cells[4]) else {
            throw error("level", "neither metropolitan nor basic")
        }
        guard let from = CivilDate(cells[6]) else {
            throw error("valid_from", "not a date YYYY-MM-DD")
        }
        let validTo = try cells[7].isEmpty ? nil : end(after: from)
        let successors = try cells[8].split(separator: "|").map { code in
            guard let id = ids[String(code)] else {
                throw error("successor_codes", "\(code) is not in the table")
            }
            return id
        }
        guard (validTo == nil) == successors.isEmpty else {
            throw error("successor_codes", "filled exactly when valid_to is")
        }
        return Government(
            id: id, code: code, name: Bilingual(cells[2].normalised, cells[3]), level: level,
            parent: try parent(ids), validFrom: from, validTo: validTo, successors: successors,
            iso: cells[9].isEmpty ? nil : cells[9])
    }

    private func end(after from: CivilDate) throws -> CivilDate {
        guard let end = CivilDate(cells[7]), from < end else {
            throw error("valid_to", "not a date YYYY-MM-DD after valid_from")
        }
        return end
    }

    private func parent(_ ids: [String: Int16]) throws -> Int16? {
        guard !cells[5].isEmpty else { return nil }
        guard let id = ids[cells[5]] else {
            throw error("parent_code", "\(cells[5]) is not in the table")
        }
        return id
    }
}
