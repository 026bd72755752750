import { useEffect, useState } from 'react';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { openPdfBytes, type OpenPdf } from '../../pages/print/pdf-file.ts';
import { Pages } from '../../pages/print/preview.tsx';
import { fetchAttachment } from './use-bytes.ts';

interface Shown {
  readonly pdf: OpenPdf['pdf'];
  readonly ratio: number;
}

/** An attached PDF, page by page; what it could do besides being looked at is never carried out. */
export default function PdfView({ id }: { readonly id: number }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let current = true;
    let close: (() => void) | undefined;
    const open = async () => {
      const blob = await fetchAttachment(id);
      const opened = await openPdfBytes(new Uint8Array(await blob.arrayBuffer()));
      close = opened.close;
      if (!current) return opened.close();
      const { width, height } = (await opened.pdf.getPage(1)).getViewport({ scale: 1 });
      if (current) setShown({ pdf: opened.pdf, ratio: height / width });
    };
    open().catch((error: unknown) => current && setFailure(toFailure(error)));
    return () => {
      current = false;
      close?.();
    };
  }, [id]);
  if (failure) return <FailureNotice failure={failure} />;
  return shown && <Pages {...shown} />;
}
