import Foundation
import Hometown
import Synchronization

/// Data goes to standard output, everything said about it to standard error.
enum Terminal {
    /// Whether a person sits there who can close the window.
    static var isAttended: Bool {
        isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    }

    /// Whether standard output is a screen, and not a file or another program.
    static var isShown: Bool {
        isatty(STDOUT_FILENO) == 1
    }

    private static let said = Atomic(false)

    /// Whether anything has gone to standard output.
    static var hasSaid: Bool { said.load(ordering: .relaxed) }

    static func say(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    static func complain(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// Puts a question on standard error, for standard output is data.
    /// - Returns: the line that answers it; nothing where the input ends.
    static func ask(_ question: String) -> String {
        Signals.untrapped {
            write(bytes: Array(question.utf8)[...], to: STDERR_FILENO)
            if let answer = readLine() { return answer }
            // Whoever ends the input leaves the cursor behind the question.
            write(bytes: [UInt8(ascii: "\n")], to: STDERR_FILENO)
            return ""
        }
    }

    /// A closed pipe ends quietly: whoever read us has seen enough.
    private static func write(_ text: String, to descriptor: Int32) {
        guard !text.isEmpty else { return }
        write(bytes: Array((text + "\n").utf8)[...], to: descriptor)
    }

    static func write(bytes: ArraySlice<UInt8>, to descriptor: Int32) {
        if descriptor == STDOUT_FILENO, !bytes.isEmpty { said.store(true, ordering: .relaxed) }
        var rest = bytes
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR && errno != EAGAIN {
                return
            }
        }
    }
}

extension Language {
    /// Of whoever sits at the terminal: `--lang`, else the locale; Korean where it says nothing.
    static var ofTerminal: Language {
        let arguments = CommandLine.arguments
        if let flag = arguments.firstIndex(of: "--lang"), flag + 1 < arguments.count,
            let language = Language(rawValue: arguments[flag + 1])
        {
            return language
        }
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"]
        return locale.map { $0.hasPrefix("en") ? .english : .korean } ?? .korean
    }
}
