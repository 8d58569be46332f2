import HTTPTypes
import Hometown
import HummingbirdCore
import Interchange
import Ledger
import NIOCore

/// 내려받기. `/api/v1/donations.csv`, `.xlsx`, `.ndjson`: what `POST /api/v1/imports` reads back, as
/// long as it is and some thousand rows at a time.
struct DonationExportRoutes: Sendable {
    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { DonationListWriter.Format.allCases.map { route($0).slow } }

    private func route(_ format: DonationListWriter.Format) -> Route {
        let name = format.rawValue
        return Route(
            .get, "\(DonationRoutes.path).\(name)", access: .clerks,
            document: RouteDocument(
                "exportDonations" + name.uppercased(),
                Bilingual(
                    "기부를 \(name.uppercased()) 목록으로 내려받기, 오래된 것부터",
                    "Donations as a list in \(name.uppercased()), oldest first"),
                parameters: DonationFilterForm.parameters + [ExportReason.parameter],
                responses: [(200, .other(format.mediaType))])
        ) { request, context in
            let query = try Query(of: request)
            if let name = query.first(of: StaffListing.names) { throw StaffListing.refusal(name) }
            try query.allow(DonationFilterForm.names.union(["reason"]))
            let reason = try ExportReason.read(query)
            let filter = try DonationFilterForm.filter(
                query, await ledger.governments(), today: today(), for: context.reader)
            return answer(
                Order(
                    format: format, filter: filter, origin: context.origin(of: request),
                    reason: reason, language: context.language))
        }
    }

    /// A list as a file to keep, sent while it is read. A failure on the way breaks the connection
    /// off: nobody takes a half for the whole.
    func answer(_ order: Order) -> Response {
        let name = "donations-\(today()).\(order.format.rawValue)"
        return Response(
            status: .ok,
            headers: [
                .contentType: order.format.mediaType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
                .trailer: HTTPField.Name.ofTallies.map(\.rawName).joined(separator: ", "),
            ],
            body: ResponseBody { writer in
                let tally = try await export(order, to: &writer)
                try await writer.finish(tally.fields)
            })
    }

    /// What leaves the ledger, in which form, for whom and why.
    struct Order: Sendable {
        let format: DonationListWriter.Format
        let filter: DonationFilter
        let origin: AccessOrigin
        let reason: String
        let language: Language
    }

    private func export(
        _ order: Order, to writer: inout any ResponseBodyWriter
    ) async throws -> DonationExport.Tally {
        let file = try UnnamedFile()
        var list = try DonationListWriter(
            order.format, language: order.language, day: today(), file: file.handle)
        let tally = try await ledger.exportDonations(
            filter: order.filter, origin: order.origin, reason: order.reason
        ) { rows in
            let bytes = try list.append(rows)
            if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
        }
        let last = try list.finish(tally).bytes
        if !last.isEmpty { try await writer.write(ByteBuffer(bytes: last)) }
        if order.format == .xlsx { try await file.send(to: &writer) }
        return tally
    }

}

extension HTTPField.Name {
    /// What a list comes to is known at its end, so these follow it as trailers (RFC 9110, 6.5).
    fileprivate static let ofTallies = ["Pumasi-Rows", "Pumasi-Donations", "Pumasi-Sum"]
        .compactMap { HTTPField.Name($0) }
}

extension DonationExport.Tally {
    fileprivate var fields: HTTPFields {
        var fields = HTTPFields()
        let figures = [Int64(rows), Int64(donations), amount.amount]
        for (name, figure) in zip(HTTPField.Name.ofTallies, figures) {
            fields[name] = String(figure)
        }
        return fields
    }
}
