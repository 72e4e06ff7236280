import { z } from 'zod';

/** A BCP 47 tag as folders are named: `en-GB`, `ur`, `zh-Hant-HK`. */
const TAG = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?(-[a-z0-9]{4,8})*$/;

/** One locale, or two joined by a plus for a bilingual piece: `cy+en-GB`. */
export const localeOrPair = (say: string) =>
  z.string(say).refine((written) => {
    const tags = localesOf(written);
    return (
      tags.length <= 2 && new Set(tags).size === tags.length && tags.every((it) => TAG.test(it))
    );
  }, `${say}, as language and region: en-GB, cy, ur; or two for a bilingual piece: cy+en-GB`);

/** The locales of one entry of a campaign: one, or two of a bilingual piece, the first of them first. */
export const localesOf = (written: string): readonly string[] => written.split('+');

/** The tag of a locale. */
export const localeTag = (say: string) =>
  z.string(say).regex(TAG, `${say}, as language and region: en-GB, cy, ur`);
