import NIOCore

extension Conversation {
    /// The server ends, and waits no longer.
    struct Ending: Sendable {}

    /// Somebody is about to read the body of the request that is being answered.
    struct BodyWanted: Sendable {}

    enum State {
        case waiting
        /// Parts that came in one go, so far.
        case gathering(WireRequest, ByteBuffer)
        /// With what takes the rest of its body, unless that has come.
        case answering(BodyFeed?)
        /// Answered; the rest of its body is thrown away.
        case draining
        case over
    }
}
