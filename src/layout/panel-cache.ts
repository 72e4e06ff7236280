import type { ComposedPanel } from '../compose/blocks.js';
import type { Finding } from '../diagnostics/finding.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { sha256Hex } from '../units/hash.js';
import type { LaidOutPanel } from './laid-out.js';
import type { PanelFrame } from './panel-frame.js';
import type { PanelRoom } from './panel-room.js';

/** A panel laid out, and what is wrong with it whichever form it belongs to. */
export interface KnownPanel {
  readonly panel: LaidOutPanel;
  /** What is wrong with its words and codes wherever they stand. */
  readonly findings: readonly Finding[];
  /** What does not fit. */
  readonly faults: readonly Finding[];
  /** The room that it lacks, where its copy is too long. */
  readonly lacks?: PanelRoom | undefined;
}

/** Keeps each distinct panel of a run: forms that share a panel have it laid out once. */
export class PanelCache {
  private readonly panels = new Map<string, KnownPanel>();
  private readonly typesetters = new Map<Typesetter, number>();
  private readonly large = new WeakMap<object, number>();
  private largeCount = 0;

  /** The panel for this content, frame and type, made now if it is not there yet. */
  get(
    composed: ComposedPanel,
    frame: PanelFrame,
    typesetter: Typesetter,
    make: () => KnownPanel,
  ): KnownPanel {
    const { name, root, language, roles, level } = composed;
    const content = this.contentKey({ name, root, language, roles, level }, frame);
    const key = `${this.numberOf(typesetter)} ${content}`;
    const known = this.panels.get(key) ?? make();
    this.panels.set(key, known);
    return known;
  }

  private numberOf(typesetter: Typesetter): number {
    const number = this.typesetters.get(typesetter) ?? this.typesetters.size;
    this.typesetters.set(typesetter, number);
    return number;
  }

  /** A name for a panel's content, without the places of its words in files. */
  private contentKey(
    composed: Omit<ComposedPanel, 'unapproved' | 'shorter'>,
    frame: PanelFrame,
  ): string {
    const text = JSON.stringify([composed, frame], (name, value: unknown) => {
      if (name === 'place') return undefined;
      return LARGE.has(name) && typeof value === 'object' && value !== null
        ? this.nameOf(value)
        : value;
    });
    return sha256Hex(text);
  }

  /** Drawings and lists of values are shared by the forms of a run: which one it is says what it holds. */
  private nameOf(it: object): number {
    const name = this.large.get(it) ?? this.largeCount++;
    this.large.set(it, name);
    return name;
  }
}

/** Fields too large to be read again for each form. */
const LARGE: ReadonlySet<string> = new Set(['art', 'picture', 'values']);
