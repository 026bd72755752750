import './with-resolvers.ts';
import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { call } from '../../client.ts';

/** A document that is open in the preview, and how to let go of it. */
export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  readonly close: () => void;
}

/** Fetches a made document by its one-time address and opens it. */
export async function openPdf(documentId: string): Promise<OpenPdf> {
  const { address } = await call('documents.address', { document_id: documentId });
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The document's address answered ${answer.status}`);
  return openPdfBytes(new Uint8Array(await answer.arrayBuffer()));
}

/**
 * Opens a PDF. Nothing is fetched besides: the program's documents embed their fonts, and no code is ever compiled
 * from a document, nor is any script in it carried out.
 */
export async function openPdfBytes(data: Uint8Array): Promise<OpenPdf> {
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
