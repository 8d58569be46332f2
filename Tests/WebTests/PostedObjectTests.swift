import Testing

@testable import Web

@Suite struct PostedObjectTests {
    private static func posted(
        _ body: String, names: Set<String> = ["a", "legs", "proof"],
        _ change: (inout PostedObject.Shape) -> Void = { _ in }
    ) throws -> PostedObject {
        var shape = PostedObject.Shape()
        change(&shape)
        let encoded = body.replacing("[", with: "%5B").replacing("]", with: "%5D")
        return PostedObject(
            try PostedForm(urlEncoded: Array(encoded.utf8)), names: names, shape: shape)
    }

    @Test func `names are paths, and what is empty is not there`() throws {
        let posted = try Self.posted("a=1&legs[0].from=x&legs[0].to=&proof.link=y&b=2&csrf=3")
        #expect(
            JSONValue.object(posted.object)
                == ["a": "1", "legs": [["from": "x"]], "proof": ["link": "y"]])
    }

    @Test func `numbers and boxes are what the API takes them for`() throws {
        let posted = try Self.posted("legs[0].people=12&legs[0].each=on&legs[1].people=x") {
            $0.numbers = ["people"]
            $0.flags = ["legs.each"]
        }
        #expect(
            JSONValue.object(posted.object)
                == ["legs": [["people": 12, "each": true], ["people": "x"]]])
    }

    @Test func `rows in which nothing stands are left out, and faults find their places`() throws {
        let posted = try Self.posted("legs[0].to=&legs[2].d[5].x=1&legs[2].d[1].x=2&legs[7].to=3") {
            $0.constants = ["legs.d": [("origin", "reported")], "legs": [("to", "y")]]
        }
        #expect(
            JSONValue.object(posted.object) == [
                "legs": [
                    [
                        "d": [
                            ["x": "2", "origin": "reported"], ["x": "1", "origin": "reported"],
                        ], "to": "y",
                    ], ["to": "3"],
                ]
            ])
        #expect(posted.place(of: "legs[0].d[1].x") == "legs[2].d[5].x")
        #expect(posted.place(of: "legs[1].to") == "legs[7].to")
        #expect(posted.place(of: "legs[0].to") == "legs[2].to")
        #expect(posted.place(of: "a") == "a")
    }

    @Test(arguments: [
        "legs[x].a=1", "legs[-1].a=1", "legs[99999].a=1", "legs[.a=1", ".a=1", "[0]=1",
    ])
    func `what is no path is not read`(body: String) throws {
        #expect(try Self.posted(body).object.members.isEmpty)
    }

    @Test func `a path without end is not read`() throws {
        #expect(
            try Self.posted("a" + String(repeating: ".a", count: 5_000) + "=1").object.members
                .isEmpty)
    }
}
