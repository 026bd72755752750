import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import { call } from '../../client.ts';

GlobalWorkerOptions.workerSrc = new URL(workerUrl, window.location.href).href;

/** A document that is open in the preview, and how to let go of it. */
export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  readonly close: () => void;
}

/**
 * Fetches a made document by its one-time address and opens it. Nothing is fetched besides: the program's
 * documents embed their fonts, and no code is ever compiled from a document.
 */
export async function openPdf(documentId: string): Promise<OpenPdf> {
  const { address } = await call('documents.address', { document_id: documentId });
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The document's address answered ${answer.status}`);
  const data = new Uint8Array(await answer.arrayBuffer());
  const task = getDocument({
    data,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
  });
  const pdf = await task.promise;
  return { pdf, close: () => void task.destroy() };
}
