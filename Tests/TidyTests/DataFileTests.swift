import Foundation
import Testing

/// The files that are data and the top of the tree.
@Suite struct DataFileTests {
    @Test func `At the top stands only what belongs there`() throws {
        let allowed: Set<String> = [
            "LICENSE", "Package.resolved", "Package.swift", "README.md", "Schema", "Sources",
            "Tests", "deploy",
        ]
        let entries = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
        let strangers = entries.filter { !$0.hasPrefix(".") && !allowed.contains($0) }
        #expect(strangers.sorted() == [])
    }

    @Test func `The registry of governments numbers its rows once and for ever`() throws {
        let text = try #require(Repository.read("Schema/governments.tsv"))
        let rows = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        let columns = [
            "id", "code", "name_ko", "name_en", "level", "parent_code", "valid_from", "valid_to",
            "successor_codes", "iso3166_2",
        ]
        #expect(rows.first?.map(String.init) == columns)
        for (index, row) in rows.dropFirst().enumerated() {
            #expect(row.count == columns.count, "Schema/governments.tsv:\(index + 2)")
            #expect(row.first == "\(index + 1)", "Schema/governments.tsv:\(index + 2): id")
        }
        #expect(Set(rows.map { $0[1] }).count == rows.count, "a code stands twice")
        let first = rows.dropFirst().prefix(310).map { String($0[1]) }
        #expect(first == first.sorted(), "the first edition is numbered by code")
    }

    @Test func `The sample quotes a few words and names every thing it links`() throws {
        let url = Repository.root.appending(path: "Schema/sample.json")
        var links = Links()
        links.walk(try JSONSerialization.jsonObject(with: Data(contentsOf: url)), key: "")
        #expect(links.quotes.count > 50)
        for quote in links.quotes {
            #expect(quote.split(separator: " ").count <= 12, "\(quote)")
        }
        #expect(links.named.subtracting(links.ids) == [])
    }

    @Test func `What is measured is described, and alert rules watch nothing else`() throws {
        let path = "Sources/Web/Metrics/MetricDescription.swift"
        let descriptions = try #require(Repository.read(path))
        let described = Set(
            descriptions.matches(of: #/"((?:pumasi|http_server)_[a-z_]+)"/#).map {
                String($0.output.1)
            })
        var measured: Set<String> = []
        for file in Repository.shared.sources {
            let text = file.lines.joined(separator: "\n")
            for match in text.matches(of: #/label: "(pumasi_[a-z_]+)"/#) {
                measured.insert(String(match.output.1))
            }
        }
        #expect(measured.count > 10)
        #expect(measured.subtracting(described).sorted() == [])
        for path in ["deploy/alerts.yml", "deploy/grafana.json"] {
            let text = try #require(Repository.read(path))
            let watched = Set(
                text.matches(of: #/(?:pumasi|http_server)_[a-z_]+/#).map { match in
                    let name = String(match.output)
                    // What a histogram is told in.
                    let part = ["_bucket", "_count", "_sum"].first { name.hasSuffix($0) }
                    return String(name.dropLast(part?.count ?? 0))
                })
            #expect(watched.count > 5, "\(path)")
            #expect(watched.subtracting(described).sorted() == [], "\(path)")
        }
    }

    @Test func `Every panel of the dashboard asks something of the chosen source`() throws {
        let url = Repository.root.appending(path: "deploy/grafana.json")
        let board = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
        let panels = try #require(board?["panels"] as? [[String: Any]])
        #expect(panels.count > 5)
        #expect(Set(panels.compactMap { $0["id"] as? Int }).count == panels.count)
        for panel in panels {
            let title = panel["title"] as? String ?? "a panel without a title"
            let targets = panel["targets"] as? [[String: Any]] ?? []
            let questions = targets.compactMap { $0["expr"] as? String }
            #expect(questions.count == targets.count && !questions.isEmpty, "\(title)")
            let source = panel["datasource"] as? [String: Any]
            let uid = source?["uid"] as? String
            #expect(uid == "${datasource}", "\(title)")
        }
    }

    @Test func `The container has no rights, is asked how it fares and names real settings`() throws
    {
        let text = try #require(Repository.read("deploy/Containerfile"))
        let lines = Set(text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
        let needed: Set<String> = [
            "USER 10001:10001", "STOPSIGNAL SIGTERM", #"CMD ["pumasi", "doctor", "--quick"]"#,
        ]
        #expect(needed.subtracting(lines).sorted() == [])
        let table = try #require(
            Repository.read("Sources/pumasi/Configuration/Setting+Table.swift"))
        let known = Set(
            table.matches(of: #/Setting\(\s+"([A-Za-z.]+)"/#).map { match in
                let words = match.output.1.map { character -> String in
                    if character == "." { return "_" }
                    return character.isUppercase ? "_\(character)" : character.uppercased()
                }
                return "PUMASI_" + words.joined()
            })
        let named = Set(text.matches(of: #/PUMASI_[A-Z_]+/#).map { String($0.output) })
        #expect(!named.isEmpty)
        #expect(named.subtracting(known).sorted() == [])
    }

    /// Gathers the ids of the sample and every text that looks like a link to one of them.
    private struct Links {
        var ids: Set<String> = []
        var named: Set<String> = []
        var quotes: [String] = []
        private let kinds = [
            "source-", "person-", "agreement-", "donation-", "exchange-", "participation-",
            "nomination-", "relay-",
        ]

        mutating func walk(_ value: Any, key: String) {
            if let object = value as? [String: Any] {
                for (key, value) in object { walk(value, key: key) }
            } else if let list = value as? [Any] {
                for value in list { walk(value, key: key) }
            } else if let text = value as? String {
                if key == "id" { ids.insert(text) }
                if key == "quote" { quotes.append(text) }
                if key != "id", kinds.contains(where: text.hasPrefix) { named.insert(text) }
            }
        }
    }
}
