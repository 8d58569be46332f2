import Mustache

/// The pages of this house: templates, read once at the start.
package struct Pages: Sendable {
    private let library: MustacheLibrary
    /// 공식 누리집 표시. Whether pages say that they are a government's own.
    private let isOfficial: Bool

    /// - Parameter isOfficial: whether this is a government's own site; nothing else may say so.
    /// - Throws: the parser's error for a template that is none; a test holds that there is none.
    package init(isOfficial: Bool = false) throws {
        self.isOfficial = isOfficial
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in Pages.texts {
            templates[name] = try MustacheTemplate(string: String(decoding: text, as: UTF8.self))
        }
        library = MustacheLibrary(templates: templates)
    }

    func render(_ screen: Screen) -> String {
        var screen = screen
        screen.isOfficial = isOfficial
        return render(screen, with: "screen")
    }

    func render(_ page: Any, with template: String) -> String {
        guard let html = library.render(page, withTemplate: template) else {
            preconditionFailure("there is no template named \(template)")
        }
        return html
    }

    /// By the names under which they call each other.
    static let texts: [String: [UInt8]] = [
        "door": PackageResources.door_mustache,
        "login": PackageResources.login_mustache,
        "code": PackageResources.code_mustache,
        "link": PackageResources.link_mustache,
        "problem": PackageResources.problem_mustache,
        "layout": PackageResources.layout_mustache,
        "screen": PackageResources.screen_mustache,
    ]
}
