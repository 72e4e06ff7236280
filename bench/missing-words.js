import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Which of some texts cannot be read in a PDF, by their letters and digits. */
export async function missingWords(bytes, texts) {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const read = [...document.pages()].map((page) => page.getText()).join('');
    document.destroy();
    return texts.filter((text) => !bare(read).includes(bare(text)));
  } finally {
    library.destroy();
  }
}

/** Letters and digits alone: where engines break lines, their words are the same. */
const bare = (text) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
