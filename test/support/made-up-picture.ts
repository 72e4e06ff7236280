import sharp, { type Sharp } from 'sharp';

/** A phone on a window sill by the sea: nobody in it, and no letters. */
const SCENE = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2f6fb5"/><stop offset="1" stop-color="#f6d9a8"/></linearGradient>
<linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#1d7f8c"/><stop offset="1" stop-color="#0b3f52"/></linearGradient>
<radialGradient id="sun"><stop offset="0" stop-color="#fff6d8"/><stop offset="1" stop-color="#f6a94a"/></radialGradient>
</defs>
<rect width="1200" height="480" fill="url(#sky)"/>
<circle cx="860" cy="330" r="90" fill="url(#sun)"/>
<path d="M0 430 C180 330 320 360 470 420 S760 470 1200 400 V560 H0Z" fill="#4f7d4a"/>
<rect y="460" width="1200" height="180" fill="url(#sea)"/>
<rect y="620" width="1200" height="180" fill="#b98a5a"/>
<rect x="420" y="300" width="210" height="400" rx="26" fill="#15161a"/>
<rect x="436" y="330" width="178" height="330" rx="8" fill="#e9f1f4"/>
<path d="M470 560 l45 -70 35 45 25 -30 30 55z" fill="#2f8f6f"/>
<circle cx="560" cy="420" r="26" fill="#f0a030"/>
</svg>`;

/** The scene as pixels: 1200 x 800, or scaled to a width. */
export const scene = (width = 1200): Sharp =>
  sharp(Buffer.from(SCENE)).resize({ width }).removeAlpha();

/** As a JPEG of a camera. */
export const sceneJpeg = async (width?: number): Promise<Uint8Array> =>
  new Uint8Array(await scene(width).jpeg({ quality: 92 }).toBuffer());
