import HTTPTypes
import Hometown
import HummingbirdCore
import Interchange
import Ledger
import Transparency

/// 감사 기록. `/api/v1/audit` and `/audit`: what was done with the ledger, by whom and from where, for
/// whoever watches over it; evidence to take away, and a verification on demand.
struct AuditRoutes: Sendable {
    static let path = "/api/v1/audit"
    static let pagePath = "/audit"

    let desk: PageDesk
    /// Where a verification is asked for; somebody has to run it.
    let order: VerificationOrder
    /// With which the log is signed, for the bundle.
    let log: VerifierKey?

    private var ledger: Ledger { desk.ledger }

    var routes: [Route] {
        [list, bundle.slow] + page + verifyPage + bundlePage.map(\.slow)
    }

    private var list: Route {
        Route(
            .get, AuditRoutes.path, access: .roles(Role.overseers),
            document: .list(
                "listAudit",
                Bilingual(
                    "감사 기록, 새 것부터: 등록한 항목과 접속기록. 누가, 언제, 어디서, 누구의 것을, 무엇을",
                    "What was done, newest first: entries and the access log. Who, when, from "
                        + "where, whose data, what"),
                of: "AuditRecord", filters: AuditForm.parameters)
        ) { request, _ in
            let query = try Query(of: request)
            try query.allow(AuditForm.names.union(["limit", "cursor"]))
            let asked = try PageRequest(of: request)
            let page = try await ledger.audit(
                AuditForm.filter(query), before: AuditForm.place(query), rowsMax: asked.limit)
            let next = page.next.map { Cursor(keys: $0.keys) }
            return Page(items: page.records, next: next, headers: asked.headers(next: next))
                .answer { $0.write(to: &$1) }
        }
    }

    private var bundle: Route {
        Route(
            .get, "\(AuditRoutes.path)/bundle.zip", access: .roles(Role.overseers),
            document: RouteDocument(
                "exportEvidence",
                Bilingual(
                    "증거 묶음: 며칠 동안의 항목, 해시, 증명, 접속기록, 요약 보고",
                    "Evidence of some days: entries, hashes, proofs, accesses and reports"),
                parameters: AuditForm.bundleParameters,
                responses: [(200, .other("application/zip"))])
        ) { request, context in
            let query = try Query(of: request)
            try query.allow(["from", "to", "reason"])
            return try await evidence(
                days: AuditForm.days(query), reason: ExportReason.read(query),
                context.origin(of: request))
        }
    }

    private var page: [Route] {
        desk.console(
            AuditRoutes.pagePath, "auditPage", Bilingual("감사 기록", "Audit"),
            roles: Role.overseers,
            AuditForm.pageParameters + [PageDesk.cursor]
        ) { visit in
            let question = try AuditForm.question(visit)
            let before = try AuditForm.place(visit.query)
            return AuditPage(
                question: question,
                page: try await ledger.audit(
                    question.filter, before: before, rowsMax: Visit.rowsMax),
                verification: try await ledger.lastVerification(),
                isVerifying: order.isUnderWay, visit: visit
            ).screen
        }
    }

    private var verifyPage: [Route] {
        Console.post(
            "\(AuditRoutes.pagePath)/verifications", roles: Role.overseers, "verifyPage",
            Bilingual("원장 검증 시작", "Begin a verification of the ledger")
        ) { request, context, _ in
            order.place(by: context.origin(of: request))
            return Console.seeOther(
                Console.address(AuditRoutes.pagePath, in: context.language) + "#verification")
        }
    }

    private var bundlePage: [Route] {
        Console.post(
            "\(AuditRoutes.pagePath)/bundle", roles: Role.overseers, "evidencePage",
            Bilingual("증거 묶음 내려받기", "Take evidence away")
        ) { request, context, _ in
            let form = context.form
            let reason = try ExportReason.read(form)
            let days = try AuditForm.days(form, today: desk.today())
            return try await evidence(days: days, reason: reason, context.origin(of: request))
        }
    }

    /// Writes the bundle into a file without a name and sends it on from there.
    private func evidence(
        days: ClosedRange<CivilDate>, reason: String, _ origin: AccessOrigin
    ) async throws -> Response {
        let file = try UnnamedFile()
        let bundle = EvidenceBundle(days: days, key: log)
        guard
            try await ledger.write(bundle, to: file.handle, origin: origin, reason: reason) != nil
        else { throw AuditForm.tooMany }
        let name = "evidence-\(days.lowerBound)-\(days.upperBound).zip"
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/zip", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody { writer in
                try await file.send(to: &writer)
                try await writer.finish(nil)
            })
    }
}
