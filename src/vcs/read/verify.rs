//! Whether a signature of ssh is right: the key and the signature as `ssh-key` reads them, checked by `ring`.
//!
//! Keys on the curve P-521 are not known there: what they sign counts as signed by nobody.

use ring::digest::{SHA256, digest};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA512,
    RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm,
};
use ssh_key::public::{EcdsaPublicKey, KeyData, RsaPublicKey};
use ssh_key::{Algorithm, EcdsaCurve, HashAlg, Mpint, Signature};

/// The bytes behind the signature of a hardware key: flags, and a counter of its uses (PROTOCOL.u2f of OpenSSH).
const COUNTED: usize = 5;

/// Whether `key` made `signature` of `message`.
pub fn is_made_by(key: &KeyData, message: &[u8], signature: &Signature) -> bool {
    let bytes = signature.as_bytes();
    match (key, signature.algorithm()) {
        (KeyData::Ed25519(key), Algorithm::Ed25519) => is_right(&ED25519, &key.0, message, bytes),
        (KeyData::Ecdsa(key), Algorithm::Ecdsa { curve }) if key.curve() == curve => is_of_curve(key, message, bytes),
        (KeyData::Rsa(key), Algorithm::Rsa { hash: Some(hash) }) => is_of_rsa(key, hash, message, bytes),
        (KeyData::SkEd25519(key), Algorithm::SkEd25519) => counted(key.application(), message, bytes)
            .is_some_and(|(message, bytes)| is_right(&ED25519, &key.public_key().0, &message, bytes)),
        (KeyData::SkEcdsaSha2NistP256(key), Algorithm::SkEcdsaSha2NistP256) => counted(key.application(), message, bytes)
            .is_some_and(|(message, bytes)| is_of_curve(&EcdsaPublicKey::NistP256(*key.ec_point()), &message, bytes)),
        _ => false,
    }
}

fn is_right(algorithm: &'static dyn VerificationAlgorithm, key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(algorithm, key).verify(message, signature).is_ok()
}

fn is_of_curve(key: &EcdsaPublicKey, message: &[u8], signature: &[u8]) -> bool {
    let (algorithm, width): (&'static dyn VerificationAlgorithm, _) = match key.curve() {
        EcdsaCurve::NistP256 => (&ECDSA_P256_SHA256_FIXED, 32),
        EcdsaCurve::NistP384 => (&ECDSA_P384_SHA384_FIXED, 48),
        EcdsaCurve::NistP521 => return false,
    };
    let numbers = || {
        let (r, rest) = number(signature, width)?;
        let (s, rest) = number(rest, width)?;
        rest.is_empty().then(|| [r, s].concat())
    };
    numbers().is_some_and(|signature| is_right(algorithm, key.as_sec1_bytes(), message, &signature))
}

/// The first number of `bytes` (RFC 4251, mpint), in `width` bytes, and what follows it.
fn number(bytes: &[u8], width: usize) -> Option<(Vec<u8>, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (digits, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    let number = Mpint::from_bytes(digits).ok()?;
    let digits = number.as_positive_bytes()?;
    let mut padded = vec![0; width.checked_sub(digits.len())?];
    padded.extend_from_slice(digits);
    Some((padded, rest))
}

fn is_of_rsa(key: &RsaPublicKey, hash: HashAlg, message: &[u8], signature: &[u8]) -> bool {
    let algorithm = match hash {
        HashAlg::Sha256 => &RSA_PKCS1_2048_8192_SHA256,
        HashAlg::Sha512 => &RSA_PKCS1_2048_8192_SHA512,
        _ => return false,
    };
    let parts = key.n.as_positive_bytes().zip(key.e.as_positive_bytes());
    parts.is_some_and(|(n, e)| RsaPublicKeyComponents { n, e }.verify(algorithm, message, signature).is_ok())
}

/// What a hardware key signs in place of `message`, and its signature without what it counts.
fn counted<'s>(application: &str, message: &[u8], signature: &'s [u8]) -> Option<(Vec<u8>, &'s [u8])> {
    let (signature, counted) = signature.split_at_checked(signature.len().checked_sub(COUNTED)?)?;
    let hash = |bytes: &[u8]| digest(&SHA256, bytes);
    Some(([hash(application.as_bytes()).as_ref(), counted, hash(message).as_ref()].concat(), signature))
}

#[cfg(test)]
mod tests {
    use ring::rand::SystemRandom;
    use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
    use ssh_key::public::{Ed25519PublicKey, SkEcdsaSha2NistP256, SkEd25519};

    use super::*;

    const MESSAGE: &[u8] = b"un message";

    fn by_hardware(algorithm: Algorithm, sign: impl Fn(&[u8]) -> Vec<u8>) -> Signature {
        let flags = [1, 0, 0, 0, 7];
        let hash = |bytes: &[u8]| digest(&SHA256, bytes).as_ref().to_vec();
        let signed = [hash(b"ssh:"), flags.to_vec(), hash(MESSAGE)].concat();
        Signature::new(algorithm, [sign(&signed), flags.to_vec()].concat()).unwrap()
    }

    #[test]
    fn keys_in_hardware_sign_with_their_counter() {
        let (random, ed25519) = (SystemRandom::new(), Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap());
        let public = Ed25519PublicKey(ed25519.public_key().as_ref().try_into().unwrap());
        let key = KeyData::SkEd25519(SkEd25519::new(public, "ssh:"));
        let signature = by_hardware(Algorithm::SkEd25519, |signed| ed25519.sign(signed).as_ref().to_vec());
        assert!(is_made_by(&key, MESSAGE, &signature));
        assert!(!is_made_by(&key, b"un autre", &signature));
        assert!(!is_made_by(&KeyData::SkEd25519(SkEd25519::new(public, "ssh:x")), MESSAGE, &signature));
        assert!(!is_made_by(&KeyData::Ed25519(public), MESSAGE, &signature));

        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &random).unwrap();
        let Ok(EcdsaPublicKey::NistP256(point)) = EcdsaPublicKey::from_sec1_bytes(pair.public_key().as_ref()) else { panic!() };
        let key = KeyData::SkEcdsaSha2NistP256(SkEcdsaSha2NistP256::new(point, "ssh:"));
        for _ in 0..50 {
            let signature = by_hardware(Algorithm::SkEcdsaSha2NistP256, |signed| {
                let fixed = pair.sign(&random, signed).unwrap();
                fixed.as_ref().chunks(32).flat_map(mpint).collect()
            });
            assert!(is_made_by(&key, MESSAGE, &signature));
            assert!(!is_made_by(&key, b"un autre", &signature));
        }
    }

    fn mpint(digits: &[u8]) -> Vec<u8> {
        let number = Mpint::from_positive_bytes(digits).unwrap();
        let length = u32::try_from(number.as_bytes().len()).unwrap();
        [&length.to_be_bytes(), number.as_bytes()].concat()
    }

    #[test]
    fn a_number_that_is_none_is_no_signature() {
        for bytes in
            [&[][..], &[0, 0, 0], &[0, 0, 0, 2, 1], &[255; 8], &[0, 0, 0, 1, 0x80], &[&[0, 0, 0, 33], &[1; 33][..]].concat()]
        {
            assert!(number(bytes, 32).is_none(), "{bytes:?}");
        }
        assert_eq!(number(&[0, 0, 0, 2, 0, 0x80, 9], 4), Some((vec![0, 0, 0, 0x80], &[9][..])));
    }
}
