import { z } from 'zod';

/** A BCP 47 tag as folders are named: `en-GB`, `ur`, `zh-Hant-HK`. */
const TAG = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?(-[a-z0-9]{4,8})*$/;

/** The tag of a locale. */
export const localeTag = (say: string) =>
  z.string(say).regex(TAG, `${say}, as language and region: en-GB, cy, ur`);
