import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 정정. `/api/v1/donations/{id}/corrections`.
struct CorrectionRoutes: Sendable {
    static let path = DonationRoutes.path + "/{id}/corrections"

    let ledger: Ledger
    /// The Korean day, for dates in words; what is judged goes by the database's.
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add] }

    private var list: Route {
        Route(
            .get, CorrectionRoutes.path, access: .readers,
            document: RouteDocument(
                "listCorrections",
                Bilingual("기부 한 건의 정정, 오래된 것부터", "What was done to a donation, oldest first"),
                responses: [(200, .json("CorrectionList"))])
        ) { _, context in
            let corrections = try await ledger.corrections(of: context.id()).found()
            return Page(items: corrections, next: nil).answer {
                $0.write(to: &$1, for: context.reader)
            }
        }
    }

    private var add: Route {
        Route(
            .post, CorrectionRoutes.path, access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            needsVersion: true,
            document: RouteDocument(
                "correctDonation",
                Bilingual(
                    "정정(amend), 취소(reverse), 반환(return), 되살림(restore). 마감된 기간이나 큰 금액은 "
                        + "202로 답하고 다른 사람의 승인을 기다림",
                    "Amend, reverse, return or restore a donation. What touches a closed period or "
                        + "moves much money is answered with 202 and waits for a second person"),
                parameters: [.dryRun], request: "CorrectionDraft",
                responses: [
                    (201, .json("Receipt")), (202, .json("Receipt")),
                    (200, .json("CorrectionForesight")),
                ])
        ) { request, context in
            let query = try Query(of: request)
            try query.allow([RouteDocument.Parameter.dryRun.name])
            let isDryRun = try query.flag(RouteDocument.Parameter.dryRun.name)
            let draft = try CorrectionForm.draft(
                context.formBody(), of: context.id(), today: today(),
                keyed: ledger.secret.donor)
            if isDryRun {
                return try await foresight(of: draft, context)
            }
            switch try await ledger.correct(
                draft, version: context.version?.version, request: context.writing)
            {
            case .answered(let answer): return try answer.response()
            case .unknown: throw WebContext.nothingThere
            case .stale(let versions):
                throw try await versions.problem(ledger.governments(), for: context.reader)
            }
        }
    }

    /// What would come of it; nothing is recorded.
    private func foresight(of draft: CorrectionDraft, _ context: WebContext) async throws
        -> Response
    {
        switch try await ledger.foresee(
            draft, version: context.version?.version, author: context.author)
        {
        case .foreseen(let foresight):
            let governments = try await ledger.governments()
            var writer = JSONWriter()
            foresight.write(to: &writer, governments, for: context.reader)
            return .json(writer)
        case .refused(let refusals): throw Problem(refusals)
        case .unknown: throw WebContext.nothingThere
        case .stale(let versions):
            throw try await versions.problem(ledger.governments(), for: context.reader)
        }
    }
}

extension DonationVersions {
    /// 412 with both versions: what the author had seen, and what stands with whatever was done
    /// since.
    func problem(_ governments: GovernmentRegistry, for reader: Reader) throws -> Problem {
        var problem = Problem(
            .preconditionFailed,
            Bilingual(
                "다른 사람이 먼저 정정했습니다. 지금 내용을 확인하고 다시 요청해 주십시오.",
                "Somebody corrected it first. Look at what stands now and ask again."))
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("seen", seen)
            writer.name("current")
            current.write(to: &writer, governments, for: reader)
            writer.array("corrections", corrections) { $0.write(to: &$1, for: reader) }
        }
        problem.more = [("versions", try JSONReader.read(writer.bytes))]
        problem.headers[.eTag] = VersionTag(current.settlement.step).text
        return problem
    }
}
