// The byte floor: every static part ready, only the name, the shop, the job code and the numbers of the file filled in.
// It checks nothing. Static parts come from SAFELEAF_FLOOR_PARTS (floor/parts.js writes them).
import { isOneFile } from '../arguments.js';

const { write } = await import(isOneFile ? '../floor/one-file.js' : '../floor/separate.js');
write();
