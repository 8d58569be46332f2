import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 기부. `/api/v1/donations`.
struct DonationRoutes: Sendable {
    static let path = "/api/v1/donations"

    let ledger: Ledger
    /// The Korean day, for dates in words; what is judged goes by the database's.
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add, show] }

    private var list: Route {
        Route(
            .get, DonationRoutes.path, access: .guests,
            document: .list(
                "listDonations",
                Bilingual(
                    "기부 대장, 새 것부터. 토큰이 없으면 공직자의 기부만",
                    "Donations, newest first; without a token those of public persons only"),
                of: "Donation", filters: DonationRoutes.filters)
        ) { request, context in
            let list = try ListRequest(
                of: request, filters: ["recipient", "from", "to"], refusing: StaffListing.names)
            let governments = try await ledger.governments()
            let filter = try filter(list.query, governments, for: context.reader)
            let rows = try await ledger.donations(
                filter: filter, before: list.number, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, governments, for: context.reader)
            }
        }
    }

    private var add: Route {
        Route(
            .post, DonationRoutes.path, access: .clerks, body: .json(bytesMax: Route.jsonBytesMax),
            needsIdempotencyKey: true,
            document: .creation(
                "addDonation", Bilingual("기부 등록", "Record a donation"), of: "DonationDraft")
        ) { _, context in
            let draft = try DonationForm.draft(
                context.formBody(), today: today(), keyed: ledger.secret.donor)
            let answer = try await ledger.record(
                draft, content: draft.canonicalBytes, request: context.writing)
            return try answer.response(in: DonationRoutes.path)
        }
    }

    private var show: Route {
        Route(
            .get, DonationRoutes.path + "/{id}", access: .guests,
            document: .one("showDonation", Bilingual("기부 한 건", "One donation"), "Donation")
        ) { _, context in
            let reader = context.reader
            let donation = try await ledger.donation(context.id()).found()
            // To a guest a private person's donation is not there.
            guard reader.isKnown || donation.person != nil else { throw WebContext.nothingThere }
            var writer = JSONWriter()
            donation.write(to: &writer, try await ledger.governments(), for: reader)
            return .json(writer)
        }
    }

    private func filter(
        _ query: Query, _ governments: GovernmentRegistry, for reader: Reader
    ) throws(Problem) -> DonationFilter {
        DonationFilter(
            recipient: try query.value("recipient") { text in
                governments.meant(by: text, on: today())?.id
            },
            from: try query.value("from") { CivilDate($0) },
            to: try query.value("to") { CivilDate($0) }, isPublished: !reader.isKnown)
    }

    private static let filters: [RouteDocument.Parameter] = [
        .init(
            "recipient", ["type": "string"],
            Bilingual("받는 지자체의 코드나 이름", "Code or name of the receiving government")),
        .init(
            "from", ["type": "string", "format": "date"],
            Bilingual("기부일, 이날부터", "Donated on this day or later")),
        .init(
            "to", ["type": "string", "format": "date"],
            Bilingual("기부일, 이날까지", "Donated on this day or earlier")),
    ]
}
