import Hometown
import Synchronization

/// Whether the daemon lives and whether it can work. What is checked is brought by the
/// composition root; each check answers with `nil` or with what is wrong.
package final class Health: Sendable {
    package struct Check: Sendable {
        package let name: String
        /// Short, for an operator; without secrets, for the page is open.
        package let fault: @Sendable () async -> String?

        package init(_ name: String, fault: @escaping @Sendable () async -> String?) {
            self.name = name
            self.fault = fault
        }
    }

    package struct Finding: Sendable {
        package let name: String
        package let fault: String?
        /// Somebody has to look, and work goes on.
        package var isNote = false
    }

    private let live: [Check]
    private let ready: [Check]
    private let noted: [Check]
    private let draining = Atomic(false)

    /// - Parameters:
    ///   - live: the process itself: its event loop and its timekeeper. Never the database.
    ///   - ready: what work needs: database, schema, disk.
    ///   - noted: what somebody has to look at while work goes on: the signer.
    package init(live: [Check] = [], ready: [Check] = [], noted: [Check] = []) {
        self.live = live
        self.ready = ready
        self.noted = noted
    }

    package var isDraining: Bool {
        draining.load(ordering: .relaxed)
    }

    /// From here on `/readyz` answers 503 and connections end with their answer.
    package func drain() {
        draining.store(true, ordering: .relaxed)
    }

    package func liveFindings() async -> [Finding] {
        await Health.findings(of: live) + notes()
    }

    package func readyFindings() async -> [Finding] {
        let drain = Finding(name: "draining", fault: isDraining ? "draining" : nil)
        return [drain] + (await Health.findings(of: ready)) + (await notes())
    }

    private func notes() async -> [Finding] {
        var notes = await Health.findings(of: noted)
        for index in notes.indices { notes[index].isNote = true }
        return notes
    }

    private static func findings(of checks: [Check]) async -> [Finding] {
        await withTaskGroup(of: (Int, Finding).self) { group in
            for (index, check) in checks.enumerated() {
                group.addTask { (index, Finding(name: check.name, fault: await check.fault())) }
            }
            var findings: [(Int, Finding)] = []
            for await finding in group { findings.append(finding) }
            return findings.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
