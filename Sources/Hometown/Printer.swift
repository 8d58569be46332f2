/// 인쇄기. Makes a PDF of a page, where a program that can is set; how is its maker's business.
package struct Printer: Sendable {
    package typealias Body = @Sendable (_ page: [UInt8]) async throws(PrintFailure) -> [UInt8]

    private let body: Body
    /// Whether a program is set at all.
    package let isSet: Bool

    package init(isSet: Bool = true, _ body: @escaping Body) {
        self.body = body
        self.isSet = isSet
    }

    /// Where none is set.
    package static let none = Printer(isSet: false) { _ throws(PrintFailure) in
        throw .noRenderer
    }

    /// - Parameter page: HTML that needs no other file.
    package func print(_ page: [UInt8]) async throws(PrintFailure) -> [UInt8] {
        try await body(page)
    }
}
