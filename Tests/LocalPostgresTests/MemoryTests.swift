import Foundation
@testable import LocalPostgres
import Testing
import TestSupport

@Suite struct MemoryTests {
    private let place = TestDirectory()

    @Test func `The least of a group and those above it holds`() throws {
        try write("max", "/memory.max")
        try write("2147483648", "/system.slice/memory.max")
        try write("max", "/system.slice/pumasi.service/memory.max")
        #expect(limit("0::/system.slice/pumasi.service\n") == 2_147_483_648)
        try write("536870912", "/system.slice/pumasi.service/memory.max")
        #expect(limit("0::/system.slice/pumasi.service\n") == 536_870_912)
        #expect(limit("0::/elsewhere\n") == nil)
    }

    @Test func `A container sees its own group as the uppermost`() throws {
        try write("1073741824", "/memory.max")
        #expect(limit("0::/\n") == 1_073_741_824)
        #expect(limit("0::/of/the/host\n") == 1_073_741_824)
    }

    @Test func `Groups of the first version have a hierarchy for memory`() throws {
        try write("9223372036854771712", "/memory/memory.limit_in_bytes")
        try write("805306368", "/memory/docker/abc/memory.limit_in_bytes")
        // The hierarchy without controllers says nothing of memory then.
        #expect(limit("5:devices:/x\n4:cpu,memory:/docker/abc\n0::/\n") == 805_306_368)
    }

    @Test(arguments: ["", "garbage", "0:", "4:memory", "::::", "0::/../..", "4:memory:\n\n"])
    func `What says nothing limits nothing`(groups: String) {
        #expect(limit(groups) == nil)
    }

    @Test func `There is some, and no more than the machine has`() {
        #expect(Memory.bytes > 0)
        #expect(Memory.bytes <= ProcessInfo.processInfo.physicalMemory)
    }

    private func limit(_ groups: String) -> UInt64? {
        Memory.limit(ofGroups: groups, under: place.path)
    }

    private func write(_ text: String, _ path: String) throws {
        let url = URL(filePath: place.path + path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((text + "\n").utf8).write(to: url)
    }
}
