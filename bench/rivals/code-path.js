import QRCode from 'qrcode';
import { targetOf } from './fixture.js';

const made = new Map();

/** The QR code of a kind of phone as an SVG path, its modules 1 wide, and how many modules it has a side. Made once a kind. */
export function codePath(kind) {
  let code = made.get(kind);
  if (code === undefined) {
    const { size, data } = QRCode.create(targetOf(kind), { errorCorrectionLevel: 'M' }).modules;
    const rows = Array.from({ length: size }, (_, y) => data.subarray(y * size, (y + 1) * size));
    code = { size, path: rows.map(rowPath).join('') };
    made.set(kind, code);
  }
  return code;
}

/** Dark modules side by side as one rectangle. */
function rowPath(row, y) {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    const from = x;
    while (row[x]) x += 1;
    if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`;
  }
  return path;
}
