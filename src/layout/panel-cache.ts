import type { ComposedPanel } from '../compose/blocks.js';
import type { Finding } from '../diagnostics/finding.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { sha256Hex } from '../units/hash.js';
import { NO_WORKSHOP, type Workshop } from '../units/workshop.js';
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

/**
 * Keeps each distinct panel of a run: forms that share a panel have it laid out once. A panel of an earlier
 * run is taken from `workshop` if its words stand at the same places too: findings name them.
 */
export class PanelCache {
  private readonly panels = new Map<string, KnownPanel>();
  private readonly workshop: Workshop;
  private readonly names: Names;

  constructor(workshop: Workshop = NO_WORKSHOP) {
    this.workshop = workshop;
    this.names = workshop.kept('names', [], () => new Names());
  }

  /** The panel for this content, frame and type, made now if it is not there yet. */
  get(
    composed: ComposedPanel,
    frame: PanelFrame,
    typesetter: Typesetter,
    make: () => KnownPanel,
  ): KnownPanel {
    const { workshop, names } = this;
    const at = JSON.stringify(frame);
    const content = workshop.kept('content', [composed, at], () => names.contentKey(composed, at));
    const key = `${names.of(typesetter)} ${content}`;
    const known =
      this.panels.get(key) ??
      workshop.kept('panel', [composed, typesetter, at], () => {
        const places = names.contentKey(composed, at, 'with places');
        return workshop.kept('panel', [typesetter, places], make);
      });
    this.panels.set(key, known);
    return known;
  }
}

/** Names for things, none given twice: which one it is says what it holds. */
class Names {
  private readonly given = new WeakMap<object, number>();
  private count = 0;

  of(it: object): number {
    const name = this.given.get(it) ?? this.count++;
    this.given.set(it, name);
    return name;
  }

  /** A name for a panel's content; without the places of its words in files, unless asked for. */
  contentKey(
    { name, root, language, roles, level }: ComposedPanel,
    frame: string,
    places?: 'with places',
  ): string {
    const content = { name, root, language, roles, level };
    const text = JSON.stringify(content, (field, value: unknown) => {
      if (field === 'place' && !places) return undefined;
      return LARGE.has(field) && typeof value === 'object' && value !== null
        ? this.of(value)
        : value;
    });
    return sha256Hex(`${frame}\n${text}`);
  }
}

/** Fields too large to be read again for each form; forms share what stands in them. */
const LARGE: ReadonlySet<string> = new Set(['art', 'picture', 'values']);
