import Hometown
import Logging
import Postgres
import Transparency

extension Ledger {
    /// 같은 조건 다시 실행. Makes a filed run once more from the log, the period and the hours it was made
    /// from, and compares byte for byte. Names that were erased meanwhile are taken from the filed
    /// report, so that nothing but they may be missing. Nothing is filed.
    /// - Throws: `ScheduleProblem` and `LedgerFailure`.
    package func recheck(_ run: RecordedRun, _ desk: SummaryDesk) async throws -> Recheck {
        do {
            let (inputs, filed, facts) = try await pool.transaction(
                isolation: .repeatableRead, readOnly: true
            ) { transaction in
                let row = try await transaction.run(ReadRunBytes(run: run.id)).first
                guard let inputs = row?.inputs, let outputs = row?.outputs else {
                    throw ScheduleProblem.inputsUnknown
                }
                let parsed = try RunInputs(parsing: inputs)
                let figures = try await figures(of: run, outputs, in: transaction)
                return (
                    parsed, FiledReport(outputs: outputs, figures: figures),
                    try await self.facts(parsed, in: transaction)
                )
            }
            let recheck = try compare(run, inputs, filed, facts, desk)
            if recheck.verdict == .different {
                logger.error(
                    "a summary made again is not the same",
                    metadata: [
                        "schedule": "\(run.schedule)", "period": "\(run.period)",
                        "revision": "\(run.revision)",
                    ])
            }
            Measures.countRecheck(run.schedule, recheck.verdict)
            return recheck
        } catch let problem as ScheduleProblem {
            throw problem
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// The facts for machines as the office's edition was filed; `nil` where they are not kept, or
    /// are not what the run says it made.
    private func figures(
        of run: RecordedRun, _ outputs: [UInt8], in transaction: Transaction
    ) async throws -> [UInt8]? {
        let ending = "." + RenderedSummary.Form.json.rawValue
        let name = try FiledReport.hashes(outputs).first { name, _ in
            name.hasSuffix(ending) && !RenderedSummary.isPublished(name)
        }
        guard let summary = run.summary, let name else { return nil }
        let found = try await transaction.run(
            ReadSummaryContent(summary: summary, name: name.key)
        ).first
        guard let bytes = found?.bytes, Hash256.of(bytes).description == name.value else {
            return nil
        }
        return bytes
    }

    private func compare(
        _ run: RecordedRun, _ inputs: RunInputs, _ filed: FiledReport, _ facts: Facts,
        _ desk: SummaryDesk
    ) throws -> Recheck {
        var rendered = try desk.render(facts)
        var isErased = false
        if rendered.outputs != filed.outputs, facts.hasErasedNames, let figures = filed.figures,
            let named = try desk.restore(facts, figures)
        {
            rendered = try desk.render(named)
            isErased = true
        }
        let again = rendered.outputs
        let isSame = again == filed.outputs
        let agreement = try filed.agreement(with: rendered)
        let verdict: Recheck.Verdict =
            if isSame {
                isErased ? .namesErased : .identical
            } else if rendered.rendererVersion != inputs.renderer, agreement != .differing {
                .rendererChanged
            } else { .different }
        return Recheck(
            run: run, verdict: verdict, outputHash: Hash256.of(again),
            differing: try filed.differing(from: again),
            filedRenderer: inputs.renderer, renderer: rendered.rendererVersion,
            hasSameFigures: isSame || agreement == .same)
    }
}

/// 보고한 것. What a run made, as it is kept.
private struct FiledReport {
    enum Agreement { case same, unknown, differing }

    let outputs: [UInt8]
    let figures: [UInt8]?

    /// The hash of each file by its name.
    static func hashes(_ outputs: [UInt8]) throws -> [String: String] {
        guard case .array(let files)? = try CanonicalValue(parsing: outputs)["files"] else {
            throw LedgerFailure.damaged
        }
        return Dictionary(
            files.compactMap { file in
                file["name"]?.text.flatMap { name in file["sha256"]?.text.map { (name, $0) } }
            }, uniquingKeysWith: { first, _ in first })
    }

    func differing(from again: [UInt8]) throws -> [String] {
        let (old, new) = (try FiledReport.hashes(outputs), try FiledReport.hashes(again))
        return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    }

    /// Whether everything that the filed figures say is said again; a later renderer may say more.
    /// Where it says them in another schema nobody can tell.
    func agreement(with rendered: RenderedSummary) throws -> Agreement {
        let ending = "." + RenderedSummary.Form.json.rawValue
        let file = rendered.files.first {
            $0.name.hasSuffix(ending) && !RenderedSummary.isPublished($0.name)
        }
        guard let figures, let file else { return .unknown }
        let old = try CanonicalValue(parsing: figures.document)
        let new = try CanonicalValue(parsing: file.bytes.document)
        guard old["schema"] == new["schema"] else { return .unknown }
        return new.says(old) ? .same : .differing
    }
}

extension [UInt8] {
    /// Without the line feed that ends a file.
    fileprivate var document: [UInt8] { last == UInt8(ascii: "\n") ? dropLast() : self }
}

extension CanonicalValue {
    /// Whether everything of another value stands in this one: members may be more, elements not.
    fileprivate func says(_ other: CanonicalValue) -> Bool {
        switch (self, other) {
        case (.object(let members), .object(let others)):
            others.allSatisfy { key, value in members[key]?.says(value) == true }
        case (.array(let elements), .array(let others)):
            elements.count == others.count && zip(elements, others).allSatisfy { $0.says($1) }
        default: self == other
        }
    }
}
