import Hometown
import Logging
import Synchronization
import Testing

@testable import pumasi

@Suite struct LineLogHandlerTests {
    private final class Lines: Sendable {
        let text = Mutex("")
    }

    private func log(_ format: LogFormat, _ body: (Logger) -> Void) -> String {
        let lines = Lines()
        let logger = Logger(label: "pumasi") { label in
            LineLogHandler(
                label: label, format: format, now: { Instant(microseconds: 0) },
                write: { line in
                    lines.text.withLock { $0 += String(decoding: line, as: UTF8.self) }
                })
        }
        body(logger)
        return lines.text.withLock { $0 }
    }

    @Test func `an event is one line of logfmt`() {
        let line = log(.logfmt) {
            $0.info("request answered", metadata: ["status": "200", "a": "", "b": "x=\"y\""])
        }
        #expect(
            line == """
                time=1970-01-01T00:00:00.000000Z level=info source=pumasi \
                message="request answered" a="" b="x=\\"y\\"" status=200

                """)
    }

    @Test func `an event is one line of JSON`() {
        let line = log(.json) { $0.error("기부\n실패", metadata: ["code": "x"]) }
        #expect(
            line == """
                {"time":"1970-01-01T00:00:00.000000Z","level":"error","source":"pumasi",\
                "message":"기부\\n실패","code":"x"}

                """)
    }

    @Test func `text from outside cannot begin a line`() {
        let line = log(.logfmt) { $0.info("a", metadata: ["x": "1\nlevel=error message=forged"]) }
        #expect(line.split(separator: "\n").count == 1)
    }
}
