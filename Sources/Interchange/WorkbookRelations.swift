/// Which part of an office file leads where (ECMA-376 part 2, 9.3): `_rels/NAME.rels` beside it.
struct WorkbookRelations {
    private struct Relation {
        let kind: String
        let target: String
    }

    private var relations: [String: Relation] = [:]

    init(
        of part: String, in archive: ZipArchive, limits: WorkbookLimits
    ) throws(FileFault) {
        let steps = part.split(separator: "/")
        let folder = steps.dropLast().joined(separator: "/")
        let own = (steps.dropLast() + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
        guard let found = archive.part(named: own) else { return }
        let reader = try XMLReader(archive, table: found, limits: limits)
        while case let event = try reader.next(), event != .finished {
            guard event == .start, reader.name == "Relationship",
                try reader.attribute("TargetMode") != "External",
                let id = try reader.attribute("Id"), let type = try reader.attribute("Type"),
                let target = try reader.attribute("Target")
            else { continue }
            // The strict and the transitional form differ in all but the last step.
            relations[id] = Relation(
                kind: type.split(separator: "/").last.map(String.init) ?? "",
                target: WorkbookRelations.path(target, from: folder))
        }
    }

    func target(id: String) -> String? { relations[id]?.target }

    func kind(of target: String) -> String? {
        relations.values.first { $0.target == target }?.kind
    }

    func target(kind: String) -> String? {
        relations.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.target
    }

    /// A name inside the archive: from its root when it begins with a slash, else from a folder.
    private static func path(_ target: String, from folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}

extension XMLReader {
    /// Reads a part whose content will be kept while the workbook is read.
    convenience init(
        _ archive: ZipArchive, table part: ZipArchive.Part, limits: WorkbookLimits
    ) throws(FileFault) {
        guard part.size <= limits.tableBytesMax else {
            throw .workbookLargeTable(part.name, limits)
        }
        self.init(archive, part)
    }

    /// Reads a part while it is unpacked.
    convenience init(_ archive: ZipArchive, _ part: ZipArchive.Part) {
        let reader = archive.reader(of: part)
        self.init(part: part.name) { () throws(FileFault) in try reader.next() }
    }
}
