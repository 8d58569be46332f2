/// A statement with its values bound.
struct Call: Sendable {
    let statement: any Statement.Type
    let parameters: Parameters

    init<S: Statement>(_ statement: S) throws {
        var parameters = Parameters()
        statement.bind(to: &parameters)
        // The protocol counts them in two bytes.
        guard parameters.count <= Int(UInt16.max) else {
            throw PostgresError.misuse("\(S.self) binds more than \(UInt16.max) values")
        }
        self.statement = S.self
        self.parameters = parameters
    }
}

/// Commands of a flight, with what has to be prepared first on this connection.
struct FlightPlan {
    private var prepared: [ObjectIdentifier: Prepared]
    private(set) var preparedCount: Int
    private(set) var commands: [Command] = []

    init(prepared: [ObjectIdentifier: Prepared], preparedCount: Int) {
        self.prepared = prepared
        self.preparedCount = preparedCount
    }

    mutating func add(_ call: Call) throws {
        if let known = prepared[ObjectIdentifier(call.statement)] {
            // In binary a value of another type would be read as something else, silently.
            guard call.parameters.match(known.parameterTypes) else {
                throw PostgresError.misuse("\(call.statement) binds other types than before")
            }
            commands.append(.execute(known, call.parameters))
        } else {
            preparedCount += 1
            let new = Prepared(
                call.statement, number: preparedCount, parameterTypes: call.parameters.types)
            prepared[new.type] = new
            commands.append(.prepare(new, sql: call.statement.sql))
            commands.append(.execute(new, call.parameters))
        }
    }
}
