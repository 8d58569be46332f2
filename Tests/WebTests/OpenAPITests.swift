import HTTPTypes
import Hometown
import HummingbirdTesting
import Testing

@testable import Web

/// The document over the routes that the daemon answers.
@Suite struct OpenAPITests {
    @Test func `every route stands in the document and nothing else does`() async throws {
        try await LedgerInterface.with { web in
            let document = try await web.interface.ask(.get, "/openapi.json").json
            guard case .object(let paths)? = document["paths"] else {
                return #expect(Bool(false), "the document has paths")
            }
            var documented: Set<String> = []
            for path in paths.members {
                guard case .object(let item) = path.value else { continue }
                for operation in item.members {
                    documented.insert("\(operation.name.uppercased()) \(path.name)")
                }
            }
            let routed = Set(
                web.interface.parts.table.routes.map {
                    "\($0.method.rawValue) \(OpenAPIDocument.path(of: $0))"
                })
            #expect(documented == routed)
            #expect(documented.contains("GET /openapi.json"))
            #expect(documented.contains("POST /api/v1/donations"))
        }
    }

    @Test func `operations have names of their own`() async throws {
        try await LedgerInterface.with { web in
            let names = web.interface.parts.table.routes.map(\.document.operation)
            let shared = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }
            #expect(shared.keys.sorted() == [])
        }
    }

    @Test func `every schema that is named is there, and none that nobody names`() async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.interface.ask(.get, "/openapi.json")
            guard case .object(let schemas)? = try answer.value["components.schemas"] else {
                return #expect(Bool(false), "the document has schemas")
            }
            let references = answer.text.split(separator: "#/components/schemas/").dropFirst()
            let named = Set(references.map { String($0.prefix { $0 != "\"" }) })
            #expect(named.sorted() == schemas.members.map(\.name).sorted())
        }
    }

    @Test func `the document speaks both languages`() async throws {
        let english = try await Interface().ask(
            .get, "/openapi.json", headers: [.acceptLanguage: "en"])
        #expect(english.text.contains("Whether it can work"))
        #expect(english.headers[.vary] == "Accept-Language")
        let korean = try await Interface().ask(.get, "/openapi.json")
        #expect(korean.text.contains("일할 수 있는지"))
    }
}
