import type { DieLine } from '../layout/die-lines.js';
import { DIE_PLATES, type DieKind } from '../sources/die-step.js';
import type { Ink } from '../units/ink.js';
import { Content } from './content.js';
import { drawPath } from './draw-path.js';
import { type Drawing, toDrawing } from './drawing.js';
import type { PdfFile, PdfReference } from './pdf-file.js';
import { pdfText, written } from './pdf-syntax.js';

/** A processing step as ISO 19593-1 names it, and the plate that shows it: left out by the press, read by the finisher. */
interface Layer {
  readonly type: string;
  readonly ink: Ink;
}

/** Each plate has a colour of its own on screen: plates alike are one to a printer's check (GWG 2022, R0023). */
const plate = (step: DieKind, cmyk: Ink['cmyk']): Ink => ({
  token: 'die',
  cmyk,
  spot: { name: DIE_PLATES[step], tint: 1 },
});

const LAYERS: Readonly<Record<DieKind, Layer>> = {
  cut: { type: 'Cutting', ink: plate('cut', [0, 1, 0, 0]) },
  crease: { type: 'Creasing', ink: plate('crease', [1, 0, 0, 0]) },
  fold: { type: 'Folding', ink: plate('fold', [1, 0, 1, 0]) },
  perforate: { type: 'Perforating', ink: plate('perforate', [0.6, 1, 0, 0]) },
  drill: { type: 'Drilling', ink: plate('drill', [1, 0.6, 0, 0]) },
  glue: { type: 'Gluing', ink: plate('glue', [0, 0.5, 1, 0]) },
};

/** Thickness of a die line in points: 0.5 to 1 by habit (print-spec 6.5). */
const LINE_PT = 0.75;

const stepsOf = (lines: readonly DieLine[]): readonly DieKind[] => [
  ...new Set(lines.map(({ step }) => step)),
];

/** The die of a side, each step on its own plate and layer, over everything and overprinting. Origin: the trim's top left, points from the paper's bottom left. */
export function drawDie(
  lines: readonly DieLine[],
  origin: { readonly left: number; readonly top: number },
  bbox: readonly number[],
): Drawing | undefined {
  if (lines.length === 0) return undefined;
  const content = new Content('plates');
  for (const step of stepsOf(lines)) {
    const { type, ink } = LAYERS[step];
    content.put(`/OC /${type} BDC`);
    content.overprint(true);
    content.stroke(ink);
    content.line(LINE_PT, 0, 0);
    for (const { path } of lines.filter((it) => it.step === step)) {
      content.put(drawPath(path, { ...origin, unit: 1 }));
      content.put('S');
    }
    content.put('EMC');
  }
  return toDrawing(content, bbox);
}

/** The layers of one file: on for the press, off in a draft. */
export class DieLayers {
  readonly #groups = new Map<string, PdfReference>();
  readonly #file: PdfFile;
  readonly #isOn: boolean;

  constructor(file: PdfFile, isOn: boolean) {
    this.#file = file;
    this.#isOn = isOn;
  }

  /** What a page's resources call the layers that its die is on. */
  properties(lines: readonly DieLine[]): Readonly<Record<string, PdfReference>> | undefined {
    if (lines.length === 0) return undefined;
    const types = stepsOf(lines).map((step) => LAYERS[step].type);
    return Object.fromEntries(types.map((type) => [type, this.#group(type)]));
  }

  #group(type: string): PdfReference {
    const known = this.#groups.get(type);
    if (known !== undefined) return known;
    const group = this.#file.add({
      Type: 'OCG',
      Name: written(pdfText(type)),
      GTS_Metadata: { GTS_ProcStepsGroup: 'Structural', GTS_ProcStepsType: type },
    });
    this.#groups.set(type, group);
    return group;
  }

  /** Lists the layers in the file's catalogue, once all pages are there. */
  close(): void {
    const groups = [...this.#groups.values()];
    if (groups.length === 0) return;
    this.#file.catalogue.OCProperties = {
      OCGs: groups,
      D: {
        Name: written(pdfText('Processing steps')),
        BaseState: 'ON',
        Order: groups,
        ...(this.#isOn ? { ON: groups } : { OFF: groups }),
      },
    };
  }
}
