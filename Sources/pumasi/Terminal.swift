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

    /// How wide the screen is (TIOCGWINSZ of ioctl_tty(2)); `nil` where it does not say.
    static var columns: Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    private static let said = Atomic(false)
    /// What the system said (errno) of standard output that did not take all of it; 0 while it did.
    private static let fault = Atomic<Int32>(0)

    /// Whether anything has gone to standard output.
    static var hasSaid: Bool { said.load(ordering: .relaxed) }

    static func say(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    static func complain(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// A list that was cut short must not pass for the whole of it.
    /// - Throws: `CommandFailure` 1 where standard output did not take all that was said. Whoever
    ///   closed the pipe has seen enough.
    static func checkOutput() throws {
        let code = fault.load(ordering: .relaxed)
        guard code != 0 else { return }
        let cause = String(cString: strerror(code))
        throw CommandFailure(
            .failure,
            Bilingual(
                "표준 출력에 끝까지 쓰지 못했습니다 (\(cause)).",
                "Standard output did not take all of it (\(cause))."),
            hint: Bilingual(
                "디스크에 자리가 있는지 보고 다시 하십시오.",
                "See whether the disk has room, and do it again."))
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
            let code = written > 0 ? 0 : errno
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if code != EINTR && code != EAGAIN {
                if descriptor == STDOUT_FILENO, code != EPIPE {
                    fault.store(code, ordering: .relaxed)
                }
                return
            }
        }
    }
}

extension Language {
    /// Of whoever sits at the terminal: `--lang`, else the locale; Korean where it says nothing.
    /// Found once, for each text of the help asks.
    static let ofTerminal = named(in: CommandLine.arguments) ?? ofLocale

    /// By `--lang ko` or `--lang=ko`, of which the last counts, as to the parser.
    static func named(in arguments: [String]) -> Language? {
        let words = arguments.flatMap {
            $0.hasPrefix("--lang=") ? $0.split(separator: "=", maxSplits: 1).map(String.init) : [$0]
        }
        let named = zip(words, words.dropFirst()).filter { $0.0 == "--lang" }
        return named.compactMap { Language(rawValue: $0.1) }.last
    }

    /// POSIX, Base Definitions 8.2: an empty variable counts as none.
    private static var ofLocale: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("en") == true ? .english : .korean
    }
}
