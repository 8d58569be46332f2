import ArgumentParser
import Foundation
import Hometown
import Ledger
import Web

/// `pumasi relay show`: who ran, who was named and who holds the baton.
struct RelayShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("챌린지 하나와 현황을 보입니다.", "Show a relay and its figures."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("id, 번호나 이름.", "Its id, its number or its name."), completion: .name(of: .relay)
    )
    var relay: String

    @Flag(
        name: .long,
        help: .said("참여와 지명의 그래프로 보입니다.", "Show it as a graph of runs and nominations."))
    var graph = false

    @Flag(name: .long, help: .said("현황만 보입니다.", "Show its figures alone."))
    var figures = false

    @Flag(
        name: .long,
        help: .said("세대별 그림을 씁니다(SVG).", "Write its generations as a picture (SVG)."))
    var svg = false

    @Flag(name: .long, help: .said("시간순 그림을 씁니다(SVG).", "Write it along time as a picture (SVG)."))
    var timeline = false

    func validate() throws {
        guard [graph, figures, svg, timeline].count(where: { $0 }) < 2 else {
            throw ValidationError(
                .said(
                    "--graph, --figures, --svg, --timeline 중 하나만 쓰십시오.",
                    "Give one of --graph, --figures, --svg and --timeline."))
        }
    }

    func run() async throws {
        if svg || timeline {
            let bytes = try await options.exportRelay(relay, as: svg ? .svg : .timeline)
            return Terminal.write(bytes: bytes[...], to: STDOUT_FILENO)
        }
        let text = relay
        let (found, sums) = try await options.withLedger("relay") { ledger in
            let id = try await RelayCommand.named(text, in: ledger)
            return (
                try await ledger.relay(id).found(text),
                try await ledger.relayFigures(id).found(text)
            )
        }
        try options.say(words: .relay) { writer in
            if graph {
                found.write(graphTo: &writer, for: options.reader)
            } else if figures {
                sums.write(to: &writer)
            } else {
                found.write(sums, to: &writer, for: options.reader)
            }
        }
    }
}
