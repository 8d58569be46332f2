import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 할 일. `/api/v1/worklist`: what staff have to look at.
struct WorklistRoutes: Sendable {
    static let path = "/api/v1/worklist"

    let ledger: Ledger

    var routes: [Route] { [show] }

    private var show: Route {
        Route(
            .get, WorklistRoutes.path, access: .keepers,
            document: RouteDocument(
                "showWorklist", Bilingual("할 일", "What staff have to look at"),
                responses: [(200, .json("Worklist"))])
        ) { _, context in
            var writer = JSONWriter()
            try await ledger.worklist().write(to: &writer, for: context.reader)
            return .json(writer)
        }
    }
}
