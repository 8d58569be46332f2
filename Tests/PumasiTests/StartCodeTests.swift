import Foundation
import Testing

@testable import pumasi

#if os(Linux)
    @Suite struct StartCodeTests {
        /// Mapped pages of files, in KiB (proc(5)).
        private func mapped() throws -> Int {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            let line = try #require(
                status.split(separator: "\n").first { $0.hasPrefix("RssFile:") })
            return try #require(
                line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
        }

        @Test func `what a start alone has run is given back, and runs again when it is wanted`()
            throws
        {
            let before = try mapped()
            StartCode.release()
            #expect(try mapped() < before * 3 / 4)
            #expect(try JSONDecoder().decode([Int].self, from: Data("[1, 2]".utf8)) == [1, 2])
        }
    }
#endif
