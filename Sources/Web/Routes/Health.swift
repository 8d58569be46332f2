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

    /// How long a probe waits for a check, in milliseconds. A database that hangs keeps one waiting
    /// for half a minute and more; whoever probes gives up before, and takes us for dead.
    package static let checkMsMax = 3_000

    private let live: [Inquiry]
    private let ready: [Inquiry]
    private let noted: [Inquiry]
    private let draining = Atomic(false)

    /// - Parameters:
    ///   - live: the process itself: its event loop and its timekeeper. Never the database.
    ///   - ready: what work needs: database, schema, disk.
    ///   - noted: what somebody has to look at while work goes on: the signer.
    package init(
        live: [Check] = [], ready: [Check] = [], noted: [Check] = [],
        checkMsMax: Int = Health.checkMsMax
    ) {
        func inquiries(_ checks: [Check]) -> [Inquiry] {
            checks.map { Inquiry($0, msMax: checkMsMax) }
        }
        self.live = inquiries(live)
        self.ready = inquiries(ready)
        self.noted = inquiries(noted)
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

    private static func findings(of inquiries: [Inquiry]) async -> [Finding] {
        await withTaskGroup(of: (Int, Finding).self) { group in
            for (index, inquiry) in inquiries.enumerated() {
                group.addTask { (index, await inquiry.finding()) }
            }
            var findings: [(Int, Finding)] = []
            for await finding in group { findings.append(finding) }
            return findings.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

/// 문의. A check, and how long anybody waits for it. One that hangs goes on behind their backs and is
/// not begun a second time meanwhile.
private final class Inquiry: Sendable {
    private let check: Health.Check
    private let msMax: Int
    private let underWay = Mutex<Task<String?, Never>?>(nil)

    init(_ check: Health.Check, msMax: Int) {
        self.check = check
        self.msMax = msMax
    }

    func finding() async -> Health.Finding {
        let asked = asked()
        let (answers, answer) = AsyncStream.makeStream(
            of: String?.self, bufferingPolicy: .bufferingOldest(1))
        Task { _ = answer.yield(await asked.value) }
        let silence = "no answer within \(msMax) ms"
        let limit = Task { [msMax] in
            try await Task.sleep(for: .milliseconds(msMax))
            answer.yield(silence)
        }
        defer { limit.cancel() }
        for await fault in answers { return Health.Finding(name: check.name, fault: fault) }
        // Nobody waits any more.
        return Health.Finding(name: check.name, fault: silence)
    }

    private func asked() -> Task<String?, Never> {
        underWay.withLock { task in
            if let task { return task }
            let begun = Task {
                defer { underWay.withLock { $0 = nil } }
                return await check.fault()
            }
            task = begun
            return begun
        }
    }
}
