import type { Collection } from '../../anatomy/read-cmap.js';

/** CMaps that every program knows, by collection and the supplement that they reach (ISO 32000-1, table 118). */
const STANDARD: Readonly<Record<string, string>> = {
  GB1: 'GB-EUC-H/0 GB-EUC-V/0 GBpc-EUC-H/0 GBpc-EUC-V/0 GBK-EUC-H/2 GBK-EUC-V/2 GBKp-EUC-H/2 GBKp-EUC-V/2 GBK2K-H/4 GBK2K-V/4 UniGB-UCS2-H/4 UniGB-UCS2-V/4 UniGB-UTF16-H/5 UniGB-UTF16-V/5',
  CNS1: 'B5pc-H/0 B5pc-V/0 HKscs-B5-H/3 HKscs-B5-V/3 ETen-B5-H/0 ETen-B5-V/0 ETenms-B5-H/0 ETenms-B5-V/0 CNS-EUC-H/0 CNS-EUC-V/0 UniCNS-UCS2-H/3 UniCNS-UCS2-V/3 UniCNS-UTF16-H/5 UniCNS-UTF16-V/5',
  Japan1:
    '83pv-RKSJ-H/1 90ms-RKSJ-H/2 90ms-RKSJ-V/2 90msp-RKSJ-H/2 90msp-RKSJ-V/2 90pv-RKSJ-H/1 Add-RKSJ-H/1 Add-RKSJ-V/1 EUC-H/1 EUC-V/1 Ext-RKSJ-H/2 Ext-RKSJ-V/2 H/1 V/1 UniJIS-UCS2-H/4 UniJIS-UCS2-V/4 UniJIS-UCS2-HW-H/4 UniJIS-UCS2-HW-V/4 UniJIS-UTF16-H/5 UniJIS-UTF16-V/5',
  Korea1:
    'KSC-EUC-H/0 KSC-EUC-V/0 KSCms-UHC-H/1 KSCms-UHC-V/1 KSCms-UHC-HW-H/1 KSCms-UHC-HW-V/1 KSCpc-EUC-H/0 UniKS-UCS2-H/1 UniKS-UCS2-V/1 UniKS-UTF16-H/2 UniKS-UTF16-V/2',
};

const COLLECTIONS: ReadonlyMap<string, Collection> = new Map(
  Object.entries(STANDARD).flatMap(([ordering, names]) =>
    names.split(' ').map((it) => {
      const [name = '', supplement = '0'] = it.split('/');
      return [name, { registry: 'Adobe', ordering, supplement: Number(supplement) }] as const;
    }),
  ),
);

/** Whether a CMap need not be in the file. */
export const isStandardCMap = (name: string): boolean =>
  name === 'Identity-H' || name === 'Identity-V' || COLLECTIONS.has(name);

const NONE: Collection = { registry: undefined, ordering: undefined, supplement: undefined };

/** The collection of a CMap that every program knows. */
export const collectionOfCMap = (name: string): Collection => COLLECTIONS.get(name) ?? NONE;
