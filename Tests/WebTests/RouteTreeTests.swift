import HTTPTypes
import Testing

@testable import Web

/// Which of many routes answers at an address.
@Suite struct RouteTreeTests {
    private let tree = RouteTree(
        [
            (.get, "/"), (.get, "/things"), (.post, "/things"), (.get, "/things/{id}"),
            (.get, "/things/new"), (.post, "/things/new"), (.get, "/things/{id}/parts/{part}"),
            (.get, "/things/new/help"), (.get, "/files/**"), (.get, "/files/large/**"),
        ].map { (method: HTTPRequest.Method, path) in
            Route(
                method, path, access: .everybody, document: Interface.document("\(method)\(path)")
            ) { _, _ in .text("") }
        })

    private func found(_ method: HTTPRequest.Method, _ path: String) -> String? {
        tree.find(method, at: path).map { found in
            found.parameters.reduce("\(found.index)") { "\($0) \($1.name)=\($1.value)" }
        }
    }

    @Test func `an address is found by its parts`() {
        #expect(found(.get, "/") == "0")
        #expect(found(.get, "/things") == "1")
        #expect(found(.post, "/things") == "2")
        #expect(found(.get, "/things/7") == "3 id=7")
        #expect(found(.get, "/things/7/parts/a%20b") == "6 id=7 part=a%20b")
        #expect(found(.get, "/things/7/parts") == nil)
        #expect(found(.get, "/thing") == nil)
    }

    @Test func `a part that is named goes before one that may be anything`() {
        #expect(found(.get, "/things/new") == "4")
        #expect(found(.get, "/things/new/help") == "7")
        #expect(found(.get, "/things/new/parts/3") == "6 id=new part=3")
    }

    @Test func `what follows goes to whoever takes all of it`() {
        #expect(found(.get, "/files/a") == "8")
        #expect(found(.get, "/files/a/b/c") == "8")
        #expect(found(.get, "/files/large/a/b") == "9")
    }

    @Test func `slashes more or less lead to the same place`() {
        #expect(found(.get, "//things/") == "1")
        #expect(found(.get, "") == "0")
    }

    @Test func `HEAD is answered where GET is, and an address says what it offers`() {
        #expect(found(.head, "/things/7") == "3 id=7")
        #expect(found(.delete, "/things/7") == nil)
        #expect(tree.methods(at: "/things") == [.get, .head, .post])
        #expect(tree.methods(at: "/nothing") == [])
    }
}
