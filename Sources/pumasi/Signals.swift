import Foundation

/// What the process does about signals where nothing watches for them.
enum Signals {
    /// Writing to somebody who has gone is an error of the write, not the end of the process.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// Runs `body` as in a process that never trapped a signal: any of these ends it. libdispatch,
    /// once it was asked to watch for one, leaves a handler behind that swallows it when nobody
    /// watches any more, and that it does not set a second time (event_epoll.c).
    static func untrapped<Value>(_ body: () -> Value) -> Value {
        let numbers = [SIGINT, SIGTERM, SIGHUP]
        let handlers = numbers.map { signal($0, SIG_DFL) }
        defer {
            for (number, handler) in zip(numbers, handlers) { signal(number, handler) }
        }
        return body()
    }
}
