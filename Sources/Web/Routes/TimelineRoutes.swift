import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import Transparency

/// 연혁. `/api/v1/{donations,exchanges,agreements,people,imports}/{id}/timeline`,
/// `/api/v1/relays/{id}/participations/{pid}/timeline` and `/api/v1/governments/{code}/timeline`.
struct TimelineRoutes: Sendable {
    let ledger: Ledger

    var routes: [Route] {
        [
            route("donations", "Donation", .readers) {
                try await ledger.timeline(ofDonation: $0, after: $2, rowsMax: $3)
            },
            route("exchanges", "Exchange", .readers) {
                try await ledger.timeline(ofExchange: $0, after: $2, rowsMax: $3)
            },
            route("agreements", "Agreement", .readers) {
                try await ledger.timeline(ofAgreement: $0, after: $2, rowsMax: $3)
            },
            participation,
            route("people", "Person", .readers) { id, reader, after, rowsMax in
                try await ledger.timeline(
                    ofPerson: id, seesPrivateNames: reader.seesPrivateNames, after: after,
                    rowsMax: rowsMax)
            },
            route("imports", "Import", .keepers) {
                try await ledger.timeline(ofImport: $0, after: $2, rowsMax: $3)
            },
            government,
        ]
    }

    private typealias Reading =
        @Sendable (
            Identifier, Reader, _ after: Int64, _ rowsMax: Int
        ) async throws -> [TimelineItem]?

    private func route(
        _ noun: String, _ name: String, _ access: Route.Access, _ read: @escaping Reading
    ) -> Route {
        Route(
            .get, "/api/v1/\(noun)/{id}/timeline", access: access,
            document: .list("timelineOf\(name)", TimelineRoutes.summary, of: "TimelineItem")
        ) { request, context in
            let list = try ListRequest(of: request)
            let items = try await read(
                context.id(), context.reader, list.number ?? 0, list.rowsMax
            ).found()
            return list.page(items, number: \.number).answer {
                $0.write(to: &$1, for: context.reader)
            }
        }
    }

    private var participation: Route {
        Route(
            .get, "/api/v1/relays/{id}/participations/{pid}/timeline", access: .readers,
            document: .list(
                "timelineOfParticipation", TimelineRoutes.summary, of: "TimelineItem")
        ) { request, context in
            let list = try ListRequest(of: request)
            let relay = try await ledger.figuredRelay(context.id()).found().record
            let id = try context.id("pid")
            _ = try relay.participations.first { $0.id == id }.found()
            let items = try await ledger.timeline(
                ofParticipation: id, after: list.number ?? 0, rowsMax: list.rowsMax
            ).found()
            return list.page(items, number: \.number).answer {
                $0.write(to: &$1, for: context.reader)
            }
        }
    }

    private var government: Route {
        Route(
            .get, "/api/v1/governments/{code}/timeline", access: .readers,
            document: .list("timelineOfGovernment", TimelineRoutes.summary, of: "TimelineItem")
        ) { request, context in
            let list = try ListRequest(of: request)
            let unit = try await ledger.governments()[code: context.pathParameter("code")].found()
            let items = try await ledger.timeline(
                of: unit, after: list.number ?? 0, rowsMax: list.rowsMax)
            return list.page(items, number: \.number).answer {
                $0.write(to: &$1, for: context.reader)
            }
        }
    }

    private static let summary = Bilingual(
        "연혁: 세상의 날짜와 등록 시각, 항목마다 원장 항목과 해시",
        "What is on record, oldest first: world time, recorded time, entry and hash")
}

extension TimelineItem {
    func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.field("no", no)
            writer.field("id", id)
            writer.field("kind", kind.rawValue)
            writer.field("action", action)
            writer.field("title", reader.text(title))
            writer.field("happened_on", happenedOn?.text)
            writer.field("date_precision", happenedOn?.precision.rawValue)
            writer.field("author", author)
            writer.field("entry", number)
            writer.field("leaf_hash", leafHash.description)
            writer.recording(recordedAt, logIndex)
        }
    }
}
