/// One step of a flight.
enum Command: Sendable {
    /// Parse, under a name that the connection keeps.
    case prepare(Prepared, sql: String)
    /// Bind and execute what is prepared.
    case execute(Prepared, Parameters)
    /// A constant without parameters or rows, such as BEGIN or ROLLBACK.
    case control(String)
    /// COMMIT, whose tag says whether it did.
    case commit

    /// What errors call it.
    var name: String {
        switch self {
        case .prepare(let prepared, _), .execute(let prepared, _): prepared.statementName
        case .control(let sql): sql
        case .commit: "COMMIT"
        }
    }

    /// Roughly how many bytes it will send.
    var byteCount: Int {
        switch self {
        case .prepare(_, let sql), .control(let sql): sql.utf8.count + 64
        case .execute(_, let parameters): parameters.byteCount
        case .commit: 64
        }
    }

    /// Whether somebody reads its result.
    var hasResult: Bool {
        switch self {
        case .execute, .commit: true
        case .prepare, .control: false
        }
    }
}

/// A statement as one connection knows it.
struct Prepared: Sendable {
    let type: ObjectIdentifier
    /// The server keeps 63 bytes of a name, so the type's own is cut and numbered.
    let name: String
    let statementName: String
    let parameterTypes: [UInt32]

    private static let typeNameLengthMax = 48

    init(_ statement: any Statement.Type, number: Int, parameterTypes: [UInt32]) {
        type = ObjectIdentifier(statement)
        statementName = String(describing: statement)
        self.parameterTypes = parameterTypes
        let start = statementName.utf8.prefix(Prepared.typeNameLengthMax)
        name = "\(String(decoding: start, as: UTF8.self))_\(number)"
    }
}

extension Parameters {
    var byteCount: Int { bytes.count + slots.count * 8 + 64 }

    var types: [UInt32] { slots.map(\.type) }

    func match(_ types: [UInt32]) -> Bool {
        slots.count == types.count && zip(slots, types).allSatisfy { $0.type == $1 }
    }
}
