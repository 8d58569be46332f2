import CLibPQ

/// A `PGcancel`: a copy of the address and the secret key, good on any thread.
final class LibPQCanceller: @unchecked Sendable {
    private let handle: OpaquePointer

    init(owning handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        PQfreeCancel(handle)
    }

    /// Asks the server to cancel whatever the connection does. Blocks until the server has
    /// signalled the backend and closed, so call it on a queue of one's own.
    func cancel() -> Bool {
        var text = [CChar](repeating: 0, count: 256)
        return PQcancel(handle, &text, Int32(text.count)) == 1
    }
}
