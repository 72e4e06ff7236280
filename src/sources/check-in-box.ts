import { type Finding, finding } from '../diagnostics/finding.js';
import type { Format } from './format.js';

/** A piece that follows the box has equal panels, so that one width and one height are all there is to choose. */
export function checkInBox({ inBox, sides, stock, trim, locate }: Format): Finding[] {
  if (inBox === undefined) return [];
  const at = locate(['inBox']);
  const findings: Finding[] = [];
  const widths = sides.flatMap(({ panels }) => panels.map(({ width }) => width));
  const heights = sides.flatMap(({ rows = [trim.height] }) => rows);
  if (Math.max(...widths) > Math.min(...widths) || Math.max(...heights) > Math.min(...heights))
    findings.push(
      finding(
        'format/in-box',
        at,
        'the size follows the box, and the panels are not equal',
        'give all panels one width and all rows one height',
      ),
    );
  if (stock === undefined)
    findings.push(
      finding(
        'format/in-box',
        at,
        'the size follows the box, and nothing says how thick the paper is',
        'add "stock:" with the caliper of a sheet in mm, such as 0.12',
      ),
    );
  const { width, height } = inBox.panel;
  if (width[0] > width[1] || height[0] > height[1])
    findings.push(
      finding(
        'format/in-box',
        locate(['inBox', 'panel']),
        'the least size of a panel is more than the most',
        'write the least size first, such as [70, 90]',
      ),
    );
  return findings;
}
