import Delivery
import Foundation
import Hometown
import Summaries

/// How long each form of a report takes. The facts are a year's, with so many rows in every list
/// that has no end of its own; what reading them costs is measured elsewhere.
struct RenderMeasure {
    let rows: Int
    let rounds: Int

    /// One line of JSON: medians in milliseconds, and how large the files are.
    func write() async throws {
        let (facts, renderer) = (try facts(), try SummaryRenderer())
        var figures: [String: Double] = ["rows": Double(rows), "rounds": Double(rounds)]
        for form in RenderedSummary.Form.allCases where form != .pdf {
            var size = 0
            figures["\(form)_ms"] = try median { size = try renderer.render(form, of: facts).count }
            figures["\(form)_bytes"] = Double(size)
        }
        figures["all_ms"] = try median { _ = try renderer.render(facts) }
        let page = try renderer.render(.html, of: facts)
        let press = PaperPress(.chromium)
        if FileManager.default.isExecutableFile(
            atPath: PaperPress.Renderer.chromium.programDefault)
        {
            let start = ContinuousClock.now
            figures["pdf_bytes"] = Double(try await press.print(page).count)
            figures["pdf_ms"] = RenderMeasure.milliseconds(since: start)
        }
        try Lines.write(figures)
    }

    private func median(_ body: () throws -> Void) throws -> Double {
        var times: [Double] = []
        for _ in 0..<max(1, rounds) {
            let start = ContinuousClock.now
            try body()
            times.append(RenderMeasure.milliseconds(since: start))
        }
        return times.sorted()[times.count / 2]
    }

    private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
        (ContinuousClock.now - start) / .milliseconds(1)
    }

    private struct Undated: Error {}

    private func facts() throws -> Facts {
        guard let first = CivilDate("2025-01-01"), let last = CivilDate("2025-12-31"),
            let due = Instant("2026-01-01T00:00:00Z"), let next = Instant("2027-01-01T00:00:00Z")
        else { throw Undated() }
        let heading = Facts.Heading(
            kind: .yearly, schedule: "yearly", periodKey: "2025", period: first...last,
            scheduledFor: due, nextScheduledFor: next, site: "https://pumasi.example")
        return Facts(
            heading: heading,
            log: Facts.Log(size: 1_400_000, root: String(repeating: "5a", count: 32)),
            donations: donations, agreements: 7,
            exchanges: (0..<rows).map { number in
                Facts.Exchange(
                    number: "E-2025-\(number)", on: EventDate(first.adding(days: number % 365)),
                    parties: [party(number), party(number + 1)],
                    state: number.isMultiple(of: 3) ? .oneSided : .answered, people: .balanced,
                    amount: .undetermined)
            }, relays: [],
            corrections: (0..<rows).map { number in
                Facts.Correction(
                    kind: .amended, donation: "D-2024-\(number)",
                    donatedOn: EventDate(first.adding(days: -1 - number % 365)),
                    change: tally(-1), donations: 1)
            }, hasEarlierReport: true)
    }

    private var donations: Facts.Donations {
        let all = tally(1_392_000)
        let standing = Facts.Standing(
            tally: all, donors: Facts.Donors(count: 1_200_000, new: 700_000, atCap: 39))
        var donations = Facts.Donations(
            period: standing, total: all, disputed: 0,
            flows: (0..<rows).map { number in
                Facts.Flow(
                    giver: party(number), recipient: party(number + 7), added: tally(7),
                    total: tally(11))
            })
        donations.previous = standing
        donations.yearBefore = standing
        donations.months = (1...12).map { tally(Int64($0) * 9_000) }
        donations.divisions = Facts.Facet.allCases.map { facet in
            let count = facet == .project ? rows : facet == .residence ? 17 : 6
            return Facts.Division(
                facet: facet,
                shares: (0..<count).map { number in
                    Facts.Share(
                        key: "\(number)", name: Bilingual("구분 \(number)", "Kind \(number)"),
                        tally: tally(Int64(1_000 + number)))
                })
        }
        donations.recipients = (0..<rows).map { number in
            Facts.Recipient(
                party: party(number), period: standing, previous: all, yearBefore: all)
        }
        return donations
    }

    private func party(_ number: Int) -> Facts.Party {
        Facts.Party(
            code: "\(10_000 + number)", name: Bilingual("지자체 \(number)", "Government \(number)"))
    }

    private func tally(_ count: Int64) -> Facts.Tally {
        Facts.Tally(count: count, amount: Won(count * 108_800))
    }
}
