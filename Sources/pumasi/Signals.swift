import Foundation

/// What the process does about signals before anything else runs.
enum Signals {
    /// Writing to somebody who has gone is an error of the write, not the end of the process.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }
}
