import { PdfView } from '../../paper/pdf-view.tsx';
import { attachmentBytes } from './use-bytes.ts';

/** An attached PDF, page by page; loaded only when one is looked at. */
export default function AttachedPdf({ id }: { readonly id: number }) {
  return <PdfView of={id} load={attachmentBytes} />;
}
