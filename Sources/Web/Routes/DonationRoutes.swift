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
                    "기부 대장, 새 것부터. 원장을 읽는 역할이 아니면 공직자의 기부만",
                    "Donations, newest first; to whoever does not read the book those of public "
                        + "persons only"),
                of: "Donation", filters: DonationRoutes.filters)
        ) { request, context in
            let list = try ListRequest(
                of: request,
                filters: DonationFilterForm.names(for: context.reader).union(["totals"]),
                refusing: StaffListing.names)
            let governments = try await ledger.governments()
            let filter = try DonationFilterForm.filter(
                list.query, governments, today: today(), for: context.reader)
            let found = try await ledger.findDonations(
                filter, before: list.number, rowsMax: list.limit,
                wantsTotals: list.query.flag("totals"))
            var writer = JSONWriter(capacity: 64 + found.donations.count * 512)
            found.write(to: &writer, governments, for: context.reader)
            return .json(writer, headers: list.headers(next: found.cursor))
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
            let id = try context.id()
            let donation =
                reader.readsBook
                ? try await ledger.donation(id).found()
                : try await ledger.publishedDonation(id).found()
            // To whoever does not read the book a private person's donation is not there.
            guard reader.readsBook || donation.person != nil else { throw WebContext.nothingThere }
            var writer = JSONWriter()
            donation.write(to: &writer, try await ledger.governments(), for: reader)
            let tag = VersionTag(donation.settlement.step)
            return .json(writer, headers: [.eTag: tag.text])
        }
    }

    private static let filters =
        DonationFilterForm.parameters + [
            .init(
                "totals", .flagInAddress,
                Bilingual("건수와 금액의 합도 받음", "Answer with count and sum as well"))
        ]
}
