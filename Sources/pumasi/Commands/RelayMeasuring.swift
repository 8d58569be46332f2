import ArgumentParser
import Foundation
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi relay measure`: for `deploy/bench` alone, how long one relay takes to load, to count, to
/// walk and to draw. It is not listed and promises nothing.
struct RelayMeasuring: AsyncParsableCommand {
    private static let turns = 5
    private static let descendantsMax = 1_000

    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: .said("챌린지를 다루는 시간을 잽니다.", "Measure a relay."), shouldDisplay: false)

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("챌린지의 id.", "The relay's id."))
    var relay: String

    @Flag(name: .long, help: .said("현황 대신 그림을 잽니다.", "Measure its picture instead of its figures."))
    var svg = false

    func run() async throws {
        let (text, svg, reader) = (relay, svg, options.reader)
        let id = try Identifier(text).found(text)
        let members = try await options.withLedger("bench") { ledger in
            if svg {
                let record = try await ledger.relay(id).found(text)
                return RelayMeasuring.picture(
                    RelayExport(
                        record, on: HostClock.now.koreanDate, try await ledger.governments(),
                        for: reader))
            }
            let start = HostClock.now
            let loaded = try await ledger.relayGraph(id).found(text)
            return [("load_s", RelayMeasuring.seconds(since: start))]
                + RelayMeasuring.figures(loaded)
        }
        let fields = members.map { "\"\($0.0)\":\(String(format: "%.6g", $0.1))" }
        Terminal.say("{\(fields.joined(separator: ","))}")
    }

    private static func figures(_ loaded: LoadedRelay) -> [(String, Double)] {
        var figures: RelayFigures?
        let counted = median { figures = loaded.figures }
        // In the middle of the relay many come before and many after; from the first, most follow.
        let runs = loaded.graph.participations
        guard let figures, let first = runs.first else { return [] }
        let middle = runs[runs.count / 2]
        var found = (before: 0, after: 0)
        let walked = median {
            found = (
                loaded.graph.ancestors(of: middle.id).count,
                loaded.graph.descendants(of: first.id, max: descendantsMax).count
            )
        }
        return [
            ("participations", Double(figures.participations)),
            ("nominations", Double(figures.nominations)), ("figures_s", counted),
            ("ancestors", Double(found.before)), ("descendants", Double(found.after)),
            ("neighbours_ms", walked * 1_000), ("depth", Double(figures.depth)),
            ("longest_chain", Double(figures.longestChain)),
        ]
    }

    private static func picture(_ export: RelayExport) -> [(String, Double)] {
        var bytes = 0
        let drawn = median { bytes = export.bytes(as: .svg).count }
        return [("svg_ms", drawn * 1_000), ("bytes", Double(bytes))]
    }

    private static func median(_ work: () -> Void) -> Double {
        let taken = (0..<turns).map { _ in
            let start = HostClock.now
            work()
            return seconds(since: start)
        }
        return taken.sorted()[turns / 2]
    }

    private static func seconds(since start: Instant) -> Double {
        Double(HostClock.now.microseconds - start.microseconds) / 1_000_000
    }
}
