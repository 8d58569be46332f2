import Foundation
package import Hometown
import Synchronization

/// 인쇄소. Makes a PDF of a page by a browser or by WeasyPrint, in a folder of its own that nobody
/// else may read and that goes with it.
package final class PaperPress: Sendable {
    package enum Renderer: String, Sendable, CaseIterable {
        case chromium, weasyprint

        /// Where Debian puts it.
        package var programDefault: String { "/usr/bin/\(rawValue)" }
    }

    /// A year's report with every attachment has a few hundred kilobytes.
    package static let bytesMax = 64 << 20
    /// A browser takes a processor and hundreds of megabytes while it works.
    private static let pressesMax = 2

    private let renderer: Renderer
    private let program: String
    private let secondsMax: Int
    private let busy = Atomic(0)

    package init(_ renderer: Renderer, program: String? = nil, secondsMax: Int = 60) {
        self.renderer = renderer
        self.program = program ?? renderer.programDefault
        self.secondsMax = secondsMax
    }

    /// - Parameter page: HTML that needs no other file.
    package func print(_ page: [UInt8]) async throws(PrintFailure) -> [UInt8] {
        let before = busy.wrappingAdd(1, ordering: .relaxed).oldValue
        defer { busy.wrappingSubtract(1, ordering: .relaxed) }
        guard before < PaperPress.pressesMax else { throw .busy }
        guard let folder = Folder() else { throw .failed(said: "no folder for temporary files") }
        defer { folder.remove() }
        guard folder.write(page) else { throw .failed(said: "\(folder.path) is full") }
        let outcome: OuterProgram.Outcome
        do {
            outcome = try await order(folder).run(input: [])
        } catch {
            throw .unstartable(program: program)
        }
        switch outcome {
        case .tooLong: throw .hung(seconds: secondsMax)
        case .ended(let succeeded, let text):
            guard let bytes = folder.byteCount, succeeded else {
                throw .failed(said: OuterProgram.lastLine(of: text) ?? "it gave no reason")
            }
            guard bytes <= PaperPress.bytesMax else {
                throw .tooLarge(bytesMax: PaperPress.bytesMax)
            }
            guard let pdf = folder.pdf else { throw .failed(said: "it wrote no PDF") }
            return pdf
        }
    }

    /// Without the network: a page that names another file gets none.
    private func order(_ folder: Folder) -> OuterProgram {
        let arguments: [String]
        switch renderer {
        case .chromium:
            arguments =
                [
                    "--headless=new", "--disable-gpu", "--disable-dev-shm-usage",
                    "--disable-extensions", "--disable-background-networking", "--no-first-run",
                    "--host-resolver-rules=MAP * ~NOTFOUND",
                    "--user-data-dir=\(folder.path)/profile",
                    "--no-pdf-header-footer", "--print-to-pdf=\(folder.pdfPath)",
                ]
                // Its sandbox refuses the superuser, who runs it in a container alone.
                + (geteuid() == 0 ? ["--no-sandbox"] : []) + ["file://\(folder.pagePath)"]
        case .weasyprint: arguments = ["--quiet", folder.pagePath, folder.pdfPath]
        }
        return OuterProgram(
            path: program, arguments: arguments,
            environment: ["HOME": folder.path, "TMPDIR": folder.path, "LC_ALL": "C.UTF-8"],
            directory: folder.path, secondsMax: secondsMax)
    }
}

extension PaperPress {
    /// A folder that only we may enter (mkdtemp(3)).
    fileprivate struct Folder: Sendable {
        let path: String

        var pagePath: String { path + "/page.html" }
        var pdfPath: String { path + "/page.pdf" }

        init?() {
            let pattern = FileManager.default.temporaryDirectory.path + "/pumasi-print-XXXXXX"
            var name = Array(pattern.utf8CString)
            guard mkdtemp(&name) != nil else { return nil }
            path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }

        func write(_ page: [UInt8]) -> Bool {
            FileManager.default.createFile(atPath: pagePath, contents: Data(page))
        }

        /// `nil` when there is no PDF.
        var byteCount: Int? {
            let attributes = try? FileManager.default.attributesOfItem(atPath: pdfPath)
            return (attributes?[.size] as? NSNumber)?.intValue
        }

        var pdf: [UInt8]? {
            guard let data = FileManager.default.contents(atPath: pdfPath),
                data.starts(with: Data("%PDF-".utf8))
            else { return nil }
            return Array(data)
        }

        func remove() {
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
