/** The part of lcms-wasm 1.0 that safeleaf calls; the package carries no types. Handles are addresses, 0 where there is none. */
declare module 'lcms-wasm' {
  export interface Lcms {
    cmsOpenProfileFromMem(bytes: Uint8Array, length: number): number;
    cmsCloseProfile(profile: number): void;
    cmsCreate_sRGBProfile(): number;
    cmsCreateLab4Profile(): number;
    cmsDeleteTransform(transform: number): void;
    cmsGetColorSpaceASCII(profile: number): string | null;
    cmsCreateTransform(
      from: number,
      fromFormat: number,
      to: number,
      toFormat: number,
      intent: number,
      flags: number,
    ): number;
    /** Of 8 bits a value where the transform's formats have 8, of 16 where they have 16. */
    cmsDoTransform<Values extends Uint8Array | Uint16Array>(
      transform: number,
      values: Values,
      count: number,
    ): Values;
  }
  export function instantiate(): Promise<Lcms>;
  export const TYPE_CMYK_8: number;
  export const TYPE_RGB_8: number;
  export const TYPE_GRAY_8: number;
  export const TYPE_Lab_16: number;
  export const TYPE_CMYK_16: number;
  export const TYPE_RGB_16: number;
  export const INTENT_RELATIVE_COLORIMETRIC: number;
  export const INTENT_PERCEPTUAL: number;
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number;
  export const cmsFLAGS_NOOPTIMIZE: number;
}
