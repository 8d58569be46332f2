import Foundation

/// 메모리. How much of it there is to share out.
enum Memory {
    private static let fileBytesMax = 64 << 10

    /// The bytes of this machine, or fewer where a control group gives us fewer, as a container or
    /// a service does (cgroups(7)).
    static var bytes: UInt64 {
        let groups = File.text(of: "/proc/self/cgroup", bytesMax: fileBytesMax) ?? ""
        let machine = ProcessInfo.processInfo.physicalMemory
        return min(machine, limit(ofGroups: groups, under: "/sys/fs/cgroup") ?? machine)
    }

    /// The least that any of our groups, or one above it, allows; `nil` where none says anything.
    /// - Parameters:
    ///   - groups: the text of `/proc/self/cgroup`, a line `hierarchy:controllers:path` each.
    ///   - root: where the control groups are mounted.
    static func limit(ofGroups groups: String, under root: String) -> UInt64? {
        let files = groups.split(separator: "\n").flatMap { line -> [String] in
            let parts = line.split(
                separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { return [] }
            let controllers = parts[1].split(separator: ",")
            if controllers.contains("memory") {
                return levels(parts[2]).map { "\(root)/memory\($0)/memory.limit_in_bytes" }
            }
            return parts[0] == "0" ? levels(parts[2]).map { "\(root)\($0)/memory.max" } : []
        }
        // A group without a limit says `max`, or more than any machine has.
        return files.lazy.compactMap { File.text(of: $0, bytesMax: fileBytesMax) }
            .compactMap { UInt64($0.filter { !$0.isWhitespace }) }.min()
    }

    /// A group's path and those above it. Inside a container the path is often that of the host
    /// and leads nowhere; the uppermost group is then the container's own.
    private static func levels(_ path: Substring) -> [String] {
        var level = ""
        return [level]
            + path.split(separator: "/").map { name in
                level += "/\(name)"
                return level
            }
    }
}
