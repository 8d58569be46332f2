import HummingbirdTesting
import HTTPTypes
import Hometown
import Testing

@testable import Web

@Suite struct OpenAPITests {
    private func document(_ interface: Interface) async throws -> JSONObject {
        try await interface.ask(.get, "/openapi.json").json
    }

    @Test func `every route stands in the document and nothing else does`() async throws {
        let interface = Interface()
        guard case .object(let paths) = try await document(interface)["paths"] else {
            return #expect(Bool(false), "the document has paths")
        }
        var documented: Set<String> = []
        for path in paths.members {
            guard case .object(let item) = path.value else { continue }
            for operation in item.members {
                documented.insert("\(operation.name.uppercased()) \(path.name)")
            }
        }
        let routed = Set(interface.parts.table.routes.map { "\($0.method.rawValue) \($0.path)" })
        #expect(documented == routed)
        #expect(documented.contains("GET /openapi.json"))
    }

    @Test func `operations have names of their own`() {
        let names = Interface().parts.table.routes.map(\.document.operation)
        #expect(Set(names).count == names.count)
    }

    @Test func `every schema that is named is there`() async throws {
        let answer = try await Interface().ask(.get, "/openapi.json")
        let document = try answer.json
        guard case .object(let components) = document["components"],
            case .object(let schemas) = components["schemas"]
        else { return #expect(Bool(false), "the document has schemas") }
        for reference in answer.text.split(separator: "#/components/schemas/").dropFirst() {
            let name = String(reference.prefix { $0 != "\"" })
            #expect(schemas[name] != nil)
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
