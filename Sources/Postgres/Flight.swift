/// What came back for one step of a flight.
enum FlightReply: Sendable, Hashable {
    /// A command's rows or its tag.
    case answer
    /// A command's error.
    case failure
    /// A command that the server skipped because an earlier one of the flight had failed.
    case skipped
    /// The end of one command's results: libpq gives NULL.
    case pause
    /// The sync at the flight's end.
    case landing
    case copyIn
    case copyOut
    case unexpected
}

/// Commands sent together with one sync behind them, as the answers come in (libpq chapter 34.5,
/// "Pipeline Mode"). It holds no connection, so that every order of answers can be tested.
struct Flight: Sendable {
    /// Each command's answer comes first and a pause after it; the landing comes last and has no
    /// pause.
    private enum State {
        /// Awaits the answer of this command. Becomes `answered`, or stays when a pause repeats.
        case awaiting(Int)
        /// Awaits the pause after it. Becomes `awaiting` the next one.
        case answered(Int)
        /// Awaits nothing more.
        case landed
    }

    /// What is to be done with a reply.
    enum Action: Sendable, Hashable {
        /// Keep the result as the answer of this command.
        case keep(Int)
        /// Keep the error of this command; it is the flight's.
        case fail(Int)
        case readOn
        /// Nothing was expected yet: wait for the socket.
        case wait
        case land
        /// The server and libpq disagree about where we are: the connection is of no more use.
        case giveUp
    }

    private let commandCount: Int
    private var state = State.awaiting(0)

    init(commandCount: Int) {
        self.commandCount = commandCount
    }

    mutating func receive(_ reply: FlightReply) -> Action {
        switch (state, reply) {
        case (.awaiting(let command), .answer) where command < commandCount:
            state = .answered(command)
            return .keep(command)
        case (.awaiting(let command), .failure) where command < commandCount:
            state = .answered(command)
            return .fail(command)
        case (.awaiting(let command), .skipped) where command < commandCount:
            state = .answered(command)
            return .readOn
        case (.answered(let command), .pause):
            state = .awaiting(command + 1)
            return .readOn
        case (.awaiting, .pause):
            return .wait
        case (.awaiting(commandCount), .landing):
            state = .landed
            return .land
        case (.awaiting, .failure):
            // An error with no command of its own: the server ended the session.
            return .fail(commandCount)
        default:
            return .giveUp
        }
    }
}
