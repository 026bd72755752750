import './with-resolvers.ts';
import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF that is open, and how to let go of it. */
export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  readonly close: () => void;
}

/**
 * Opens a PDF. Nothing is fetched besides: the program's documents embed their fonts, and no code is ever compiled
 * from a document, nor is any script in it carried out.
 */
export async function openPdf(data: Uint8Array): Promise<OpenPdf> {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    data,
    worker,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
  });
  const pdf = await task.promise;
  const close = async () => {
    await task.destroy();
    worker.destroy();
    port.terminate();
  };
  return { pdf, close: () => void close() };
}
