/** Most threads that one run may ask for: far above the cores of any machine that builds leaflets. */
const MOST = 256;

/** Reads a number of threads, or `auto`; gives what is wrong with it as a sentence. */
export function parseJobs(text: string): { readonly jobs: number | 'auto' } | string {
  if (text === 'auto') return { jobs: 'auto' };
  const jobs = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
  return jobs >= 1 && jobs <= MOST
    ? { jobs }
    : `Write how many leaflets may be written at a time, 1 to ${MOST}, or auto.`;
}
