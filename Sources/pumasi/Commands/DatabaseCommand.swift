import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi db`: the schema of the database.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: .said("데이터베이스의 스키마.", "The schema of the database."),
        subcommands: [DatabaseMigrate.self, DatabaseStatus.self])
}

/// `pumasi db migrate`: as the owner, by `database.ownerUrl` where it is set.
struct DatabaseMigrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: .said("빠진 마이그레이션을 적용합니다.", "Apply the migrations that are missing."))

    @OptionGroup var options: GlobalOptions

    @Flag(
        name: .long,
        help: .said(
            "한 트랜잭션에서 모두 적용했다가 되돌립니다.", "Apply everything in one transaction and take it back."))
    var dryRun = false

    func run() async throws {
        let isRehearsal = dryRun
        let steps = try await options.withDatabase("db", beginning: true) { database in
            try await database.ownersSchema.migrate(isRehearsal: isRehearsal)
        }
        if isRehearsal, !options.json {
            Terminal.complain(GlobalOptions.nothingIsRecorded, options.language)
        }
        let lines = steps.map { "\($0.number) \($0.name)" }
        options.say(lines.joined(separator: "\n")) { writer in
            writer.field("dry_run", isRehearsal)
            writer.array(isRehearsal ? "pending" : "applied", steps) { step, writer in
                step.write(to: &writer)
            }
        }
    }
}

/// `pumasi db status`: changes nothing; ends with 1 when a daemon would not start.
struct DatabaseStatus: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: .said("어떤 마이그레이션이 적용되었는지 보입니다.", "Show which migrations the database has."))

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let steps = try await options.withDatabase("db") { try await $0.schema.status() }
        var table = TextTable(
            [
                ("번호", "NO"), ("이름", "NAME"), ("상태", "STATE"), ("적용한 때", "APPLIED"),
            ], in: options.language)
        for step in steps {
            table.add(
                [
                    "\(step.number)", step.name, step.state.rawValue,
                    step.appliedAt?.koreanText ?? "-",
                ], said: ["STATE": step.state.title])
        }
        let isCurrent = steps.allSatisfy { $0.state == .applied }
        try output.say(table) { writer in
            writer.object { writer in
                writer.field("current", isCurrent)
                writer.array("items", steps) { step, writer in step.write(to: &writer) }
            }
        }
        if !isCurrent { throw ExitCode.failure }
    }
}

extension LedgerSchema.Step {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("number", number)
            writer.field("name", name)
            writer.field("state", state.rawValue)
            writer.field("applied_at", appliedAt)
        }
    }
}
