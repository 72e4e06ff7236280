import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';

/** Bytes of a raw Ed25519 public key (RFC 8032); the DER form ends with them. */
const RAW_BYTES = 32;

/** The fixed start of an Ed25519 public key in DER (RFC 8410). */
const SPKI_START = Buffer.from('302a300506032b6570032100', 'hex');

/** A new key: the private half in PEM for its owner alone, the public half in base64 for `trust:`. */
export function newKeyPair(): { readonly privatePem: string; readonly publicKey: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: String(privateKey.export({ format: 'pem', type: 'pkcs8' })),
    publicKey: publicKeyOf(privateKey),
  };
}

/** The base64 public half of a private key. */
export const publicKeyOf = (privateKey: KeyObject): string =>
  createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(-RAW_BYTES)
    .toString('base64');

/** A private key from PEM text; undefined when it is none or of another kind. */
export function readPrivateKey(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** A public key from base64; undefined when it does not hold 32 bytes. */
export function readPublicKey(base64: string): KeyObject | undefined {
  const raw = Buffer.from(base64, 'base64');
  if (raw.length !== RAW_BYTES) return undefined;
  try {
    return createPublicKey({
      key: Buffer.concat([SPKI_START, raw]),
      format: 'der',
      type: 'spki',
    });
  } catch {
    return undefined;
  }
}
