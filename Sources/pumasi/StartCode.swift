import Foundation

/// 시작 코드. What the program runs once: it makes routes, templates and documents all over its
/// code, and nearly every page of that stays mapped, two thirds of the memory of an idle daemon.
enum StartCode {
    /// Unmaps the pages of code (madvise(2), `MADV_DONTNEED`). Those that run on are mapped again
    /// from the kernel's cache of the file; nobody writes to them, so nothing is lost. Where a
    /// debugger has written its breakpoints into them, or there is no `/proc`, they stay.
    static func release() {
        #if os(Linux)
            guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
                status.contains("TracerPid:\t0\n"),
                let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
            else { return }
            for line in maps.split(separator: "\n") {
                // `55d0c48d0000-55d0c72b2000 r-xp 008d0000 fe:00 1234 /usr/bin/pumasi`
                let fields = line.split(separator: " ", maxSplits: 5)
                guard fields.count == 6, fields[1] == "r-xp",
                    fields[5].drop(while: { $0 == " " }).first == "/"
                else { continue }
                let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
                guard ends.count == 2, let start = UnsafeMutableRawPointer(bitPattern: ends[0])
                else { continue }
                madvise(start, Int(ends[1] - ends[0]), MADV_DONTNEED)
            }
        #endif
    }
}
