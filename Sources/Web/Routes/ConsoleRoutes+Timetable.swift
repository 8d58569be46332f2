import Hometown
import HummingbirdCore
import Ledger

extension ConsoleRoutes {
    var reports: [Route] {
        desk.console(
            "/reports", "reportsPage", Bilingual("요약 보고", "Reports"),
            roles: Role.readers,
            [
                PageDesk.text("schedule", "예약 작업", "Schedule"),
                PageDesk.text("period", "기간", "Period"), PageDesk.cursor,
            ]
        ) { visit in
            let rows = try await ledger.summaries(
                of: visit.value("schedule") { $0 }, period: visit.value("period") { $0.tidied },
                before: visit.cursor(), rowsMax: Visit.rowsMax + 1)
            return ReportListPage(
                leaf: Leaf(rows, visit) { $0.number }, isOpen: false,
                schedules: try await ledger.schedules().map(\.name), visit: visit
            ).screen
        }
            + desk.console(
                "/reports/{id}", "reportPage", Bilingual("요약 보고 하나", "One report"),
                roles: Role.readers
            ) { visit in
                let record = try await ledger.summary(visit.id()).found()
                return ReportPage(
                    record: record, isOpen: false, hasPrinter: hasPrinter,
                    aftermath: try await aftermath(of: record, for: visit.visitor.role),
                    visit: visit
                ).screen
            }
    }

    /// What whoever keeps the book asks of a report besides the report.
    private func aftermath(
        of record: SummaryRecord, for role: Role?
    ) async throws -> ReportPage.Aftermath {
        let summary = record.summary
        let knowsReceivers = role.map(Role.receiverReaders.contains) == true
        let file = record.file(.json, in: .korean, isPublished: false)
        var comparison: ReportComparison?
        if let name = file?.name,
            let content = try await ledger.summaryFile(name, of: summary.id)
        {
            comparison = ReportComparison(content.bytes)
        }
        return ReportPage.Aftermath(
            comparison: comparison, corrections: try await ledger.changes(since: summary),
            earlier: try await ledger.summaries(
                of: summary.schedule, before: summary.number, rowsMax: 1
            ).first,
            revisions: try await ledger.summaries(
                of: summary.schedule, period: summary.period, rowsMax: Visit.rowsMax),
            approval: try await ledger.approvals(of: summary.id, rowsMax: 1).first,
            deliveries: knowsReceivers
                ? try await ledger.deliveries(of: summary.id, rowsMax: DeliveryTable.rowsMax)
                : [])
    }

    var schedules: [Route] {
        desk.console(
            "/schedules", "schedulesPage", Bilingual("예약 작업", "Schedules"),
            roles: Role.timetableReaders
        ) { visit in
            var schedules: [(schedule: RecordedSchedule, runs: [RecordedRun])] = []
            for schedule in try await ledger.schedules() {
                let runs = try await ledger.runs(
                    of: schedule.name, rowsMax: RunTable.cellsMax)
                schedules.append((schedule, runs))
            }
            return ScheduleListPage(
                schedules: schedules, now: try await ledger.now(), visit: visit
            ).screen
        }
            + schedule
            + desk.console(
                "/runs/{id}", "runPage", Bilingual("실행", "Run"),
                roles: Role.timetableReaders
            ) { visit in
                let record = try await ledger.run(visit.id()).found()
                var (summary, deliveries): (SummaryRecord?, [RecordedDelivery]) = (nil, [])
                if let id = record.run.summary {
                    summary = try await ledger.summary(id)
                    deliveries = try await ledger.deliveries(
                        of: id, rowsMax: DeliveryTable.rowsMax)
                }
                return RunPage(
                    record: record, summary: summary, deliveries: deliveries, visit: visit
                ).screen
            }
    }

    private var schedule: [Route] {
        desk.console(
            "/schedules/{name}", "schedulePage", Bilingual("예약 작업 하나", "One schedule"),
            roles: Role.timetableReaders, [PageDesk.cursor]
        ) { visit in
            let recorded = try await ledger.schedule(visit.parameter("name")).found()
            let before = try visit.value("cursor") { RunPlace(Cursor($0)) }
            let found = try await ledger.runs(
                of: recorded.name, before: before, rowsMax: Visit.rowsMax + 1)
            let runs = Array(found.prefix(Visit.rowsMax))
            let say = visit.say
            var links: [Link] = []
            if before != nil {
                links.append(Link(say("처음", "First"), visit.address(without: ["cursor"])))
            }
            if found.count > runs.count, let last = runs.last {
                let cursor = last.cursor.text
                links.append(
                    Link(say("다음", "Next"), visit.address(adding: [("cursor", cursor)])))
            }
            return SchedulePage(
                recorded: recorded, runs: runs,
                changes: try await ledger.changes(of: recorded, rowsMax: Visit.rowsMax),
                pager: LinkRow(.pager, say("쪽", "Pages"), links),
                now: try await ledger.now(), visit: visit
            ).screen
        }
    }

    var imports: [Route] {
        desk.console(
            "/imports", "importsPage", Bilingual("일괄 등록", "Imports"),
            roles: Role.keepers, [PageDesk.cursor]
        ) { visit in
            let rows = try await ledger.imports(
                before: visit.cursor(), rowsMax: Visit.rowsMax + 1)
            return ImportListPage(leaf: Leaf(rows, visit) { $0.number }, visit: visit).screen
        }
            + desk.console(
                "/imports/{id}", "importPage", Bilingual("일괄 등록 하나", "One import"),
                roles: Role.keepers
            ) { visit in
                let record = try await ledger.imports(id: visit.id(), rowsMax: 1).first.found()
                return ImportPage(
                    record: record,
                    story: try await ledger.timeline(
                        ofImport: record.id, rowsMax: Story.itemsMax + 1) ?? [], visit: visit
                ).screen
            }
    }
}
