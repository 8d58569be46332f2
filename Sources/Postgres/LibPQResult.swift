import CLibPQ

/// One `PGresult`, freed when the last reference goes. It never changes, so any thread may read.
final class LibPQResult: @unchecked Sendable {
    private let handle: OpaquePointer
    let rowCount: Int32
    let columnCount: Int32

    init(owning handle: OpaquePointer) {
        self.handle = handle
        rowCount = PQntuples(handle)
        columnCount = PQnfields(handle)
    }

    deinit {
        PQclear(handle)
    }

    /// What kind of answer this is, as the flight's state machine asks.
    var reply: FlightReply {
        switch PQresultStatus(handle) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY, PGRES_SINGLE_TUPLE: .answer
        case PGRES_PIPELINE_SYNC: .landing
        case PGRES_PIPELINE_ABORTED: .skipped
        case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR: .failure
        case PGRES_COPY_IN: .copyIn
        case PGRES_COPY_OUT: .copyOut
        default: .unexpected
        }
    }

    /// What the command did, such as `INSERT 0 3` or `COMMIT`.
    var commandTag: String { String(cString: PQcmdStatus(handle)) }

    /// Rows inserted, updated, deleted, copied or found; 0 for other commands.
    var affectedRowCount: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

    func type(ofColumn column: Int32) -> PostgresType {
        PostgresType(oid: PQftype(handle, column), arrayOID: 0)
    }

    /// Nil for NULL. The bytes live as long as the result.
    func field(row: Int32, column: Int32) -> UnsafeRawBufferPointer? {
        guard PQgetisnull(handle, row, column) == 0 else { return nil }
        return UnsafeRawBufferPointer(
            start: PQgetvalue(handle, row, column), count: Int(PQgetlength(handle, row, column)))
    }

    func errorField(_ code: ErrorField) -> String? {
        PQresultErrorField(handle, code.rawValue).map { String(cString: $0) }
    }

    /// The letters of "Error and Notice Message Fields" (chapter 55.8). DETAIL, CONTEXT and the
    /// internal query are not here on purpose: they quote values.
    enum ErrorField: Int32 {
        case severity = 0x56  // V, which is never translated, unlike S
        case sqlState = 0x43  // C
        case message = 0x4D  // M
        case position = 0x50  // P
        case table = 0x74  // t
        case column = 0x63  // c
        case constraint = 0x6E  // n
    }

    /// The failure this result reports.
    func error(of statementName: String?) -> PostgresError {
        let sqlState = errorField(.sqlState).flatMap(SQLState.init)
        guard let sqlState else {
            // libpq made this one itself: the connection broke.
            return PostgresError.ofLibPQ(
                .connectionLost, String(cString: PQresultErrorMessage(handle)))
        }
        // Data exceptions (class 22) quote the value they could not take.
        let message = sqlState.category == "22" ? "data exception" : errorField(.message) ?? ""
        var error = PostgresError(.server, message, sqlState: sqlState)
        error.statementName = statementName
        error.constraintName = errorField(.constraint)
        error.tableName = errorField(.table)
        error.columnName = errorField(.column)
        error.position = errorField(.position).flatMap(Int.init)
        let severity = errorField(.severity)
        error.endsSession = severity == "FATAL" || severity == "PANIC"
        return error
    }
}

extension PostgresError {
    /// From libpq's text, whose SQLSTATE, if the server sent one, follows the severity
    /// (`FATAL:  28P01: password …`) under verbose reporting.
    ///
    /// libpq quotes pieces of a connection string that it cannot use, and of a mistyped one any
    /// piece may be the password. So of quoted pieces only addresses are kept, and never one
    /// with an `@` in it.
    static func ofLibPQ(_ cause: Cause, _ text: String) -> PostgresError {
        var sqlState: SQLState?
        var lines: [String] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("LOCATION:") {
            for word in line.split(separator: " ") where word.last == ":" {
                // Every SQLSTATE has a digit; FATAL and PANIC have none.
                guard word.contains(where: \.isNumber) else { continue }
                sqlState = sqlState ?? SQLState(String(word.dropLast()))
            }
            var pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
            for index in pieces.indices where !index.isMultiple(of: 2) {
                let before = pieces[index - 1]
                let isAddress = before.hasSuffix("server at ") || before.hasSuffix("socket ")
                let isTold = isAddress || sqlState != nil
                if !isTold || pieces[index].contains("@") { pieces[index] = "…" }
            }
            lines.append(pieces.joined(separator: "\""))
        }
        return PostgresError(cause, lines.prefix(4).joined(separator: " "), sqlState: sqlState)
    }
}
