/**
 * How elements look before a template says anything: sizes from the charity's clear-print habit
 * (body 12/16 pt, headings 22/26 and 16/20, the number to call 20/24 bold, imprint 7/9, QR codes 22 mm).
 * Line heights are ratios, so that a template which changes a size alone gets a line height that fits.
 */
export const DEFAULT_STYLE = `
panel { font-family: body; font-size: 12pt; font-weight: 400; line-height: 1.3333; text-align: start; }
h1 { font-family: heading; font-size: 22pt; font-weight: 700; line-height: 1.1818; margin-bottom: 3mm; }
h2 { font-family: heading; font-size: 16pt; font-weight: 700; line-height: 1.25; margin-bottom: 2mm; }
h3 { font-family: heading; font-weight: 700; margin-bottom: 1mm; }
h1, h2, h3 { hyphens: manual; }
p { margin-bottom: 2.5mm; }
ul, ol { margin-bottom: 2.5mm; }
li { margin-bottom: 1mm; }
h1:last-child, h2:last-child, h3:last-child, p:last-child, ul:last-child, ol:last-child, li:last-child { margin-bottom: 0; }
strong { font-weight: 700; }
small { font-size: 7pt; line-height: 1.2857; }
qr-code { width: 22mm; }
.qr-label { font-weight: 700; margin-bottom: 0; }
contact-card { margin-bottom: 2.5mm; }
contact-card:last-child { margin-bottom: 0; }
.contact-name { font-weight: 700; margin-bottom: 0; }
.contact-number { font-size: 20pt; font-weight: 700; line-height: 1.2; margin-bottom: 1mm; }
.contact-address { font-weight: 700; margin-bottom: 1mm; }
.contact-hours, .contact-cost { margin-bottom: 1mm; }
icon { width: 8mm; }
brand-logo { width: 40mm; }
icon, brand-logo { align-self: start; }
imprint { font-size: 7pt; line-height: 1.2857; baseline-grid: none; }
imprint p { margin-bottom: 0; }
.imprint-row { display: flex; flex-direction: row; align-items: baseline; column-gap: 1mm; }
`;
