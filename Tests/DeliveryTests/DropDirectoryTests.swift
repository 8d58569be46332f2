import Delivery
import Foundation
import Hometown
import TestSupport
import Testing

@Suite struct DropDirectoryTests {
    private func dropping(_ body: (DropDirectory, String) async throws -> Void) async throws {
        let directory = TestDirectory()
        try await body(DropDirectory(), directory.path)
    }

    @Test func `a folder appears whole, with its checksums, and comes twice without harm`()
        async throws
    {
        try await dropping { drop, path in
            for _ in 1...2 {
                let folder = try await drop.put(Parcels.weekly, into: path)
                #expect(folder == path + "/S-2026-000123")
                #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 1)
                for file in Parcels.weekly.files {
                    let bytes = FileManager.default.contents(atPath: folder + "/" + file.name)
                    #expect(bytes == Data(file.bytes))
                }
            }
            let sums = FileManager.default.contents(atPath: path + "/S-2026-000123/SHA256SUMS")
            let lines = String(decoding: try #require(sums), as: UTF8.self)
            #expect(lines.split(separator: "\n").count == 3)
        }
    }

    @Test func `what an attempt left behind does not stand in the way`() async throws {
        try await dropping { drop, path in
            let draft = path + "/.S-2026-000123.\(Parcels.weekly.id)"
            try FileManager.default.createDirectory(
                atPath: draft, withIntermediateDirectories: false)
            _ = try await drop.put(Parcels.weekly, into: path)
            #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 1)
        }
    }

    @Test func `a folder with other content is left as it is`() async throws {
        try await dropping { drop, path in
            _ = try await drop.put(Parcels.weekly, into: path)
            let page = path + "/S-2026-000123/weekly-2026-W46.csv"
            #expect(FileManager.default.createFile(atPath: page, contents: Data("mine".utf8)))
            let refusal = await failureOf { () async throws(DeliveryFailure) in
                try await drop.put(Parcels.weekly, into: path)
            }
            #expect(refusal?.isPermanent == true)
            #expect(FileManager.default.contents(atPath: page) == Data("mine".utf8))
        }
    }

    @Test func `a directory that is missing or cannot be written is told, and tried again`()
        async throws
    {
        try await dropping { drop, path in
            let file = path + "/file"
            try Data().write(to: URL(filePath: file))
            for directory in [path + "/not-mounted", file, "/proc/self/fd", "/dev/null"] {
                let found = await failureOf { () async throws(DeliveryFailure) in
                    try await drop.put(Parcels.weekly, into: directory)
                }
                let told = try #require(found)
                #expect(!told.isPermanent && told.text.english.contains(directory))
            }
        }
    }
}
