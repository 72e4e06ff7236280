import { deflateSync } from 'node:zlib';

/** The level that all shared streams are compressed at; fixed, since bytes must not depend on a default. */
const LEVEL = 9;

/** Bytes as /FlateDecode reads them. Called once per run for what files share, never per file. */
export const deflate = (bytes: Uint8Array | string): Uint8Array =>
  deflateSync(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, { level: LEVEL });
