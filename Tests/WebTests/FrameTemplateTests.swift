import Hometown
import Ledger
import Mustache
import Testing
import Transparency

@testable import Web

/// What a template asks a page for by name.
@Suite struct FrameTemplateTests {
    @Test func `a template finds every value of a frame by the name it has in the code`() throws {
        let visitor = Visitor(language: .korean, role: .manager, name: "담당자")
        let head = TreeHead(size: 38, root: Hash256.of([1]))
        let frame = Frame("기부 대장", at: "/donations", for: visitor, head: head)
        let session = Frame.SessionState(
            seconds: 60, path: "/me/session", token: "t", signOutPath: "/logout",
            signOutToken: "o")
        let screen = Screen(frame, [])
        let group = try #require(frame.menu.groups.first)
        let item = try #require(group.links.first { $0.current != nil })
        let parents: [any MustacheParent] = [
            screen, frame, frame.menu, group, item, session, try #require(frame.account),
            try #require(frame.log),
        ]
        for parent in parents {
            for child in Mirror(reflecting: parent).children {
                let name = try #require(child.label)
                let mirror = Mirror(reflecting: child.value)
                let isOptional = mirror.displayStyle == .optional
                let values = isOptional ? mirror.children.map(\.value) : [child.value]
                let found = [parent.child(named: name)].compactMap(\.self)
                #expect("\(found)" == "\(values)", "\(type(of: parent)).\(name)")
            }
            #expect(parent.child(named: "nobody") == nil)
        }
    }
}
