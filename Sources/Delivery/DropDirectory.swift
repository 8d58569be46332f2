import Dispatch
import Foundation
package import Hometown
import Synchronization

/// 넣어 두는 디렉터리. Puts a summary's files into a folder named by its number, all at once: whoever
/// looks sees the whole folder or none.
package final class DropDirectory: Sendable {
    private static let secondsMax = 30

    /// One for each receiver: a share that hangs holds up itself.
    private let queues = Mutex<[String: DispatchQueue]>([:])

    package init() {}

    /// - Parameter directory: is there already; a share that is not mounted must not be made.
    /// - Returns: the folder's path.
    package func put(
        _ parcel: Parcel, into directory: String
    ) async throws(DeliveryFailure) -> String {
        let queue = queues.withLock { queues in
            if let queue = queues[directory] { return queue }
            let queue = DispatchQueue(label: "pumasi.drop")
            queues[directory] = queue
            return queue
        }
        return try await Patience(seconds: DropDirectory.secondsMax).wait(on: queue) {
            Result { () throws(DeliveryFailure) -> String in
                try Drop(parcel: parcel, directory: directory).put()
            }
        }
    }
}

/// One parcel and its folder.
private struct Drop {
    let parcel: Parcel
    let directory: String

    private var folder: String { directory + "/" + parcel.no }

    func put() throws(DeliveryFailure) -> String {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory)
        else { throw missing }
        guard isDirectory.boolValue else { throw noDirectory }
        let isThere = FileManager.default.fileExists(atPath: folder)
        guard !isThere || isHere else { throw occupied }
        do {
            if !isThere { try fill() }
            try synchronize(directory)
        } catch {
            throw unwritable(error)
        }
        return folder
    }

    /// Under another name first: the folder is whole or not there.
    private func fill() throws {
        let draft = directory + "/.\(parcel.no).\(parcel.id)"
        // Left by an attempt that was cut short.
        try? FileManager.default.removeItem(atPath: draft)
        do {
            try FileManager.default.createDirectory(
                atPath: draft, withIntermediateDirectories: false)
            for file in parcel.files {
                try write(Data(file.bytes), to: draft + "/" + file.name)
            }
            try write(Data(checksums.utf8), to: draft + "/" + Drop.checksumsName)
            try synchronize(draft)
            try FileManager.default.moveItem(atPath: draft, toPath: folder)
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
    }

    private func write(_ data: Data, to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteNoPermission) }
        defer { try? handle.close() }
        try handle.write(contentsOf: data)
        // Before the folder gets its name: after a power cut it is whole or not there.
        try handle.synchronize()
    }

    /// Names outlive a power cut once the directory they stand in is on the disk (fsync(2)). What
    /// is a share and knows no such thing says EINVAL.
    private func synchronize(_ directory: String) throws {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
    }

    private static let checksumsName = "SHA256SUMS"

    /// As `sha256sum --check` reads them.
    private var checksums: String {
        parcel.files.map { "\($0.sha256)  \($0.name)\n" }.joined()
    }

    /// Whether an earlier attempt has put the same files there.
    private var isHere: Bool {
        FileManager.default.contents(atPath: folder + "/" + Drop.checksumsName)
            == Data(checksums.utf8)
            && parcel.files.allSatisfy { file in
                FileManager.default.contents(atPath: folder + "/" + file.name) == Data(file.bytes)
            }
    }

    private var missing: DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "\(directory) 디렉터리가 없습니다. 만들거나 공유 폴더를 연결하십시오.",
                "There is no directory \(directory). Make it, or mount the share."))
    }

    private var noDirectory: DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "\(directory)은 디렉터리가 아닙니다. 그 파일을 옮기고 디렉터리를 만드십시오.",
                "\(directory) is no directory. Move that file away and make one."))
    }

    private var occupied: DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "\(folder)에 다른 내용이 있습니다. 덮어쓰지 않았습니다. 그 폴더를 옮긴 뒤 다시 보내십시오.",
                "\(folder) holds something else and was left as it is. Move it away and retry."),
            isPermanent: true)
    }

    private func unwritable(_ error: any Error) -> DeliveryFailure {
        let cause = (error as NSError).localizedDescription
        return DeliveryFailure(
            Bilingual(
                "\(directory)에 쓸 수 없습니다(\(cause)). 권한과 남은 공간을 확인하십시오.",
                "\(directory) cannot be written (\(cause)). Check permissions and free space."))
    }
}
