//! From bytes to text: the mark at the beginning says how, else it is UTF-8, else what Windows writes in Western Europe.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::domain::message::Message;

/// How a workbook begins, which is an archive.
const ARCHIVE: &[u8] = b"PK\x03\x04";
/// How one of before 2007 begins.
const OLD_WORKBOOK: &[u8] = b"\xd0\xcf\x11\xe0";

/// The text in `bytes`, and the name of its encoding where it is not plain UTF-8.
pub(super) fn decoded(bytes: &[u8]) -> Result<(String, Option<&'static str>), Message> {
    if bytes.starts_with(ARCHIVE) || bytes.starts_with(OLD_WORKBOOK) {
        return Err(Message::new("import-workbook"));
    }
    let (text, encoding) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding.decode_without_bom_handling(&bytes[length..]).0, Some(encoding.name())),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => (text.into(), None),
            Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, Some(WINDOWS_1252.name())),
        },
    };
    if text.contains('\0') {
        return Err(Message::new("import-no-text"));
    }
    Ok((text.into_owned(), encoding))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_seen() {
        let utf16: Vec<u8> = "\u{feff}Tâche".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, encoding) in [
            ("Tâche".as_bytes().to_vec(), None),
            ("\u{feff}Tâche".as_bytes().to_vec(), Some("UTF-8")),
            (b"T\xe2che".to_vec(), Some("windows-1252")),
            (utf16, Some("UTF-16LE")),
        ] {
            assert_eq!(decoded(&bytes), Ok(("Tâche".to_owned(), encoding)));
        }
        assert_eq!(decoded(b"l\x92\x80"), Ok(("l’€".to_owned(), Some("windows-1252"))));
        for (bytes, key) in [(&b"PK\x03\x04xl"[..], "import-workbook"), (b"a;b\0", "import-no-text")] {
            assert_eq!(decoded(bytes).unwrap_err().key(), key);
        }
    }
}
