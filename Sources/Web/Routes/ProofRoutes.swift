import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 포함 증명. `/api/v1/proofs/{entry}`: that an entry stands in the published log. Open to everybody:
/// a proof holds hashes, and whoever has none of the bytes learns nothing from them.
struct ProofRoutes: Sendable {
    static let path = "/api/v1/proofs"
    private static let suffix = ".tlog-proof"

    let ledger: Ledger

    var routes: [Route] { [show] }

    private var show: Route {
        Route(
            .get, ProofRoutes.path + "/{entry}", access: .everybody,
            document: RouteDocument(
                "showProof",
                Bilingual(
                    "포함 증명. 식별자, 번호, 항목 번호로 묻고, .tlog-proof를 붙이거나 "
                        + "Accept: text/plain이면 집에 가져갈 파일",
                    "Proof of an entry, by id, number or number of entry; with .tlog-proof behind "
                        + "it, or Accept: text/plain, the file to take home"),
                responses: [(200, .json("Proof"))])
        ) { request, context in
            let text = context.pathParameter("entry")
            let isFile = text.hasSuffix(ProofRoutes.suffix)
            let name = isFile ? String(text.dropLast(ProofRoutes.suffix.count)) : text
            let proof = try await proof(of: name)
            let accepts = request.headers[.accept] ?? ""
            guard isFile || accepts.hasPrefix("text/plain") else {
                var writer = JSONWriter()
                try proof.write(to: &writer)
                return .json(writer, headers: [.vary: "Accept"])
            }
            let attachment = "attachment; filename=\"\(proof.receipt.no)\(ProofRoutes.suffix)\""
            return .answer(
                try proof.file(), type: "text/plain; charset=utf-8",
                headers: [.contentDisposition: attachment, .vary: "Accept"])
        }
    }

    /// - Throws: `Problem` 404, for what is not there and for what is not published yet.
    private func proof(of name: String) async throws -> EntryProof {
        guard let name = EntryName(name) else { throw WebContext.nothingThere }
        switch try await ledger.proof(of: name) {
        case .unknown: throw WebContext.nothingThere
        case .unpublished: throw ProofRoutes.unpublished
        case .proven(let proof): return proof
        }
    }

    private static let unpublished = Problem(
        .proofPending,
        Bilingual(
            "등록되었고, 곧 봉인됩니다. 잠시 뒤 다시 물어 주십시오.",
            "It is recorded and will be sealed shortly. Ask again in a moment."),
        headers: [.retryAfter: "2"])
}
