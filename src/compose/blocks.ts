import type { Place } from '../diagnostics/finding.js';
import type { Form } from '../plan/plan.js';
import type { Art } from '../sources/brand-kit.js';
import type { Level, Unit } from '../sources/copy-deck.js';
import type { Picture } from '../sources/picture.js';
import type { Edges } from '../units/box.js';
import type { Ink } from '../units/ink.js';

/** Where words on a page come from; nothing else may print. */
export type Origin =
  /** An approved unit of the deck. */
  | { readonly kind: 'unit'; readonly key: string }
  /** A field of the register, such as `GB.childline.phone`. */
  | { readonly kind: 'contact'; readonly ref: string }
  /** A typed value: `phone.model`, `date.prepared`, `brand.imprint`, `law.poca`. */
  | { readonly kind: 'field'; readonly path: string }
  /** A list's bullet or number, put there by the tool. */
  | { readonly kind: 'marker' };

/** How a run of text looks. Lengths in mm. */
export interface TextStyle {
  readonly family: 'body' | 'heading';
  readonly weight: number;
  readonly size: number;
  readonly ink: Ink;
}

/** A run of one style and one origin. */
export interface InlineRun {
  readonly text: string;
  readonly style: TextStyle;
  readonly origin: Origin;
  /** A number to call, an address, a Latin name: set left to right as one piece whatever surrounds it, never broken across lines. */
  readonly isolate: boolean;
  /** Where the words stand in the deck (or register), for findings. */
  readonly place: Place;
}

export type TextRole = 'h1' | 'h2' | 'h3' | 'p' | 'li' | 'number' | 'small';

/** Text that is set as one: its lines break together. `\n` in a run is a line break that the copy asks for. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly role: TextRole;
  readonly runs: readonly InlineRun[];
  readonly align: 'start' | 'center' | 'end';
  /** Distance of baselines, mm. */
  readonly lineHeight: number;
  /** Whether long words may part at a line's end, as their language parts them. */
  readonly hyphens?: boolean | undefined;
  /** Step of the baseline grid that its lines stand on, mm from the panel's top. */
  readonly grid?: number | undefined;
  readonly direction: 'ltr' | 'rtl';
  /** BCP 47. */
  readonly lang: string;
  /** Where the element stands in the template. */
  readonly place: Place;
}

/** A length along an axis: mm, a share of the parent (0 to 1), or as the content asks. */
export type Length =
  | { readonly unit: 'mm'; readonly value: number }
  | { readonly unit: 'share'; readonly value: number }
  | 'auto';

export interface Border {
  readonly width: number;
  readonly ink: Ink;
}

/** How a box lies and looks: the flexbox subset of templates/README.md. Lengths in mm. Left and right are physical, already turned for right-to-left pieces. */
export interface BoxStyle {
  readonly direction: 'row' | 'column';
  readonly justify: 'start' | 'center' | 'end' | 'between' | 'around' | 'evenly';
  readonly align: 'start' | 'center' | 'end' | 'stretch' | 'baseline';
  readonly alignSelf?: 'start' | 'center' | 'end' | 'stretch' | undefined;
  readonly wrap: boolean;
  readonly grow: number;
  readonly shrink: number;
  readonly basis: Length;
  readonly rowGap: number;
  readonly columnGap: number;
  readonly width: Length;
  readonly height: Length;
  readonly minWidth: Length;
  readonly minHeight: Length;
  readonly maxWidth: Length;
  readonly maxHeight: Length;
  readonly padding: Edges;
  readonly margin: Edges;
  /** `absolute`: taken out of the flow; `inset` from the containing box. */
  readonly position: 'relative' | 'absolute';
  readonly inset: {
    readonly top: Length;
    readonly right: Length;
    readonly bottom: Length;
    readonly left: Length;
  };
  readonly background?: Ink | undefined;
  readonly border: {
    readonly top?: Border | undefined;
    readonly right?: Border | undefined;
    readonly bottom?: Border | undefined;
    readonly left?: Border | undefined;
  };
  readonly radius: number;
}

interface Placed {
  readonly style: BoxStyle;
  readonly place: Place;
}

/** A box with children, laid out as a flexbox. */
export interface BoxNode extends Placed {
  readonly kind: 'box';
  /** The element's name, for findings. */
  readonly tag: string;
  readonly children: readonly Node[];
}

/** A paragraph in its own box (padding, margin, background). */
export interface TextNode extends Placed {
  readonly kind: 'text';
  readonly paragraph: Paragraph;
  /** A list item's bullet or number, set outside its text, at the start side; `gap` mm. */
  readonly marker?:
    | { readonly paragraph: Paragraph; readonly width: number; readonly gap: number }
    | undefined;
}

/** `<qr-code>`: the symbol for a contact's own target. */
export interface CodeNode extends Placed {
  readonly kind: 'code';
  /** What the reader's phone gets, byte for byte: `tel:08001111`, `https://…`. */
  readonly target: string;
  /** `GB.childline.phone`. */
  readonly contact: string;
  /** Symbol size without quiet zone, mm. */
  readonly size: number;
  readonly ink: Ink;
}

/** `<brand-logo>` or `<icon>`. */
export interface ArtNode extends Placed {
  readonly kind: 'art';
  readonly art: Art;
  readonly role: 'logo' | 'icon';
  /** What `current` in the art prints with. */
  readonly ink: Ink;
  /** Turned round, left for right: an icon that points along a line, in a right-to-left piece. */
  readonly isMirrored: boolean;
  /** Only for logos. */
  readonly logo?:
    | { readonly clearSpace: number; readonly minWidth: number; readonly alt: string }
    | undefined;
}

/** `<picture>`: a raster picture that fills its box. */
export interface PictureNode extends Placed {
  readonly kind: 'picture';
  readonly picture: Picture;
  /** What is said for it: approved copy, heard and never printed. */
  readonly alt: readonly InlineRun[];
}

/** `<record-slot>`: a box fixed by the longest value in the catalogue; the value is drawn on the page, over the static panel. */
export interface SlotNode extends Placed {
  readonly kind: 'slot';
  /** `phone.model`, `phone.name`, `phone.sku`, `phone.shop`, `job.code`. */
  readonly field: string;
  readonly text: Omit<Paragraph, 'runs' | 'kind'> & { readonly style: TextStyle };
  /** Every value in the campaign, sorted, each once. */
  readonly values: readonly string[];
}

export type Node = BoxNode | TextNode | CodeNode | ArtNode | PictureNode | SlotNode;

/** A panel before layout. Its layout and drawing depend on nothing but this. */
export interface ComposedPanel {
  /** A panel of the format. */
  readonly name: string;
  readonly root: BoxNode;
  /** The language that it is in: the form's own, or a bilingual piece's second. */
  readonly language: 'first' | 'second';
  /** Which of its words name a risk, and which say where help is. */
  readonly roles: { readonly risk: readonly string[]; readonly help: readonly string[] };
  /** The one level of all its wordings; a unit without a wording of that level says its text. */
  readonly level: Level;
  /** Wordings of that level that nobody has approved as they stand: with any of these it may not print. */
  readonly unapproved: readonly Unit[];
  /** The same panel in fewer words, to be tried where this one does not fit. */
  readonly shorter?: ComposedPanel | undefined;
}

/** A form with its template filled in. */
export interface ComposedForm {
  readonly form: Form;
  /** Each in its longest wordings until layout has chosen. */
  readonly panels: readonly ComposedPanel[];
}
