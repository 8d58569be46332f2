import HTTPTypes
import HummingbirdCore
import NIOCore

/// Takes the body of an answer. A short one waits for its end, so that all of it is one write; of a
/// long one each part is on its way before the next is asked for.
struct AnswerWriter: ResponseBodyWriter, Sendable {
    let conversation: NIOLoopBound<Conversation>
    let isShort: Bool

    mutating func write(_ buffer: ByteBuffer) async throws {
        if isShort {
            conversation.value.write(buffer)
        } else {
            try await conversation.value.send(buffer).get()
        }
    }

    consuming func finish(_ trailers: HTTPFields?) async throws {
        conversation.value.end(trailers)
    }
}
