/** Node has WebAssembly; the types of Node 20 do not name it, those of browsers would bring a window. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: unknown };
};

/** What is used of HarfBuzz's subsetter; pointers are numbers. */
interface Subsetter {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, free: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_length(blob: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_keep_everything(input: number): void;
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number;
  hb_subset_input_pin_axis_location(
    input: number,
    face: number,
    axis: number,
    value: number,
  ): number;
  hb_subset_or_fail(face: number, input: number): number;
}

/** HB_MEMORY_MODE_WRITABLE: the subsetter may write into the bytes that it was given. */
const WRITABLE = 2;

/** The tag `wght` as a number (OpenType, registered design-variation axis tags). */
const WGHT = 0x77676874;

/** A variable font with all its glyphs at one weight, other axes at their default; nothing if it cannot be made. */
export type PinWeight = (bytes: Uint8Array, weight: number) => Uint8Array | undefined;

/** Readies HarfBuzz's subsetter (`harfbuzz-subset.wasm`) for pinning variable fonts. */
export function openPinner(wasm: Uint8Array): PinWeight {
  const hb = new WebAssembly.Instance(new WebAssembly.Module(wasm)).exports as Subsetter;
  hb._initialize();
  return (bytes, weight) => {
    const data = hb.malloc(bytes.length);
    new Uint8Array(hb.memory.buffer).set(bytes, data);
    const blob = hb.hb_blob_create(data, bytes.length, WRITABLE, 0, 0);
    const face = hb.hb_face_create(blob, 0);
    const pinned = pinFace(hb, face, weight);
    hb.hb_face_destroy(face);
    hb.hb_blob_destroy(blob);
    hb.free(data);
    return pinned;
  };
}

function pinFace(hb: Subsetter, face: number, weight: number): Uint8Array | undefined {
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_keep_everything(input);
  hb.hb_subset_input_pin_all_axes_to_default(input, face);
  hb.hb_subset_input_pin_axis_location(input, face, WGHT, weight);
  const pinned = hb.hb_subset_or_fail(face, input);
  hb.hb_subset_input_destroy(input);
  if (pinned === 0) return undefined;
  const blob = hb.hb_face_reference_blob(pinned);
  const start = hb.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(blob));
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(pinned);
  return bytes.length === 0 ? undefined : bytes;
}
