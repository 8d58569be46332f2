import Foundation
import Hometown
import Testing
import Timetable

/// Lives of schedules against an oracle that shares no code with us. `SOAK_SCHEDULE` names a longer
/// file, and `SOAK_RESULT` where the figures go.
@Suite struct OracleTests {
    @Test func `Every period ends with the one row that the oracle says`() throws {
        let environment = ProcessInfo.processInfo.environment
        let recorded = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "oracle/schedule-runs.tsv")
        let file = environment["SOAK_SCHEDULE"].map { URL(filePath: $0) } ?? recorded
        let lives = try LifeOfASchedule.lives(String(contentsOf: file, encoding: .utf8))
        #expect(lives.count > 5)
        var figures = SoakFigures()
        for life in lives {
            var daemon = SimulatedDaemon(life)
            daemon.live()
            figures.compare(daemon.rows, with: life)
        }
        #expect(figures.lost == 0)
        #expect(figures.doubled == 0)
        #expect(figures.different == 0, "\(figures.examples)")
        guard let path = environment["SOAK_RESULT"] else { return }
        try Data(figures.line.utf8).write(to: URL(filePath: path))
    }
}

/// What a soak found.
struct SoakFigures {
    private(set) var periods = 0
    private(set) var lost = 0
    private(set) var doubled = 0
    private(set) var different = 0
    private(set) var examples: [String] = []
    private var lives = 0
    private var years = 0.0

    mutating func compare(_ rows: [LifeOfASchedule.Row], with life: LifeOfASchedule) {
        lives += 1
        years += life.span
        periods += life.rows.count
        let ours = Set(rows.map(\.period))
        lost += Set(life.rows.map(\.period)).subtracting(ours).count
        doubled += rows.count - ours.count
        let strange = Set(rows).symmetricDifference(life.rows)
        different += strange.count
        examples += strange.sorted { $0.at < $1.at }.prefix(3).map {
            "\(life.name) \(life.schedule.misfire) \(life.schedule.overlap): \($0)"
        }
        // The same rows in the same order, oldest first within a pass.
        if strange.isEmpty, rows != life.rows { different += 1 }
    }

    var line: String {
        """
        {"soak":"schedule","schedules":\(lives),"schedule_years":\(Int(years.rounded())),\
        "periods":\(periods),"lost":\(lost),"doubled":\(doubled),"different":\(different)}

        """
    }
}
