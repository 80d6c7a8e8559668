import Diagnostics
import Formats
import StageKit
import struct Tables.Day

/// The description of the files by which programs find and read them.
///
/// - Source: Frictionless Data Package and Tabular Data Resource, version 1.
struct DataPackage {
  let site: SiteFields
  let edition: EditionFields
  let tables: [DataTable]
  /// What was staged, by path.
  let files: [String: StagedFile]
  let folder: String

  var bytes: [UInt8] {
    var writer = JSONWriter(.indented)
    writer.object { out in
      out.member("profile", "tabular-data-package")
      out.member("name", "minhbach-\(edition.id.lowercased())")
      out.member("title", site.title.phrase.vi)
      out.member("version", edition.id)
      out.member("created", edition.date.iso + "T00:00:00Z")
      out.name("licenses")
      out.array { $0.object { $0.member("name", site.licence) } }
      out.name("contributors")
      out.array {
        $0.object {
          $0.member("title", site.agency)
          $0.member("role", "publisher")
        }
      }
      out.name("resources")
      out.array { out in
        for table in tables {
          resource(table, "csv", "text/csv", &out)
          resource(table, "json", "application/json", &out)
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  /// One file of a table, if it was written.
  private func resource(_ table: DataTable, _ form: String, _ mediaType: String, _ out: inout JSONWriter) {
    let path = "\(table.name).\(form)"
    guard let file = files["\(folder)/\(path)"] else { return }
    out.object { out in
      out.member("profile", "tabular-data-resource")
      out.member("name", form == "csv" ? table.name : "\(table.name)-\(form)")
      out.member("title", table.title)
      out.member("path", path)
      out.member("format", form)
      out.member("mediatype", mediaType)
      out.member("encoding", "utf-8")
      out.member("bytes", file.size)
      out.member("hash", "sha256:\(file.sha256)")
      out.name("schema")
      out.object { out in
        out.name("fields")
        out.array { out in for column in table.columns { field(column, &out) } }
        out.name("missingValues")
        out.array { $0.value("") }
      }
    }
  }
  private func field(_ column: DataTable.Column, _ out: inout JSONWriter) {
    out.object {
      $0.member("name", column.name)
      $0.member("type", column.kind.rawValue)
      $0.member("description", column.meaning)
    }
  }
}
