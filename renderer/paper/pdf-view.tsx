import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toFailure, type Failure } from '../../shared/failure.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useRows } from '../components/use-rows.ts';
import { openPdf } from './pdf-file.ts';
import { PdfPage } from './pdf-page.tsx';

/** Width of a page on the screen, in px: upright, and on its side. */
const widths = { upright: 620, onSide: 780 } as const;
const GAP = 16;

interface Shown {
  readonly pdf: PDFDocumentProxy;
  /** Height of a page by its width. */
  readonly ratio: number;
}

interface Props<K> {
  /** Which PDF: it is opened anew when this changes. */
  readonly of: K;
  /** Fetches its bytes; one function that never changes. */
  readonly load: (of: K) => Promise<Uint8Array>;
}

/** A PDF, all its pages in one scroll; what it could do besides being looked at is never carried out. */
export function PdfView<K>({ of, load }: Props<K>) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let current = true;
    let close: (() => void) | undefined;
    const open = async () => {
      const opened = await openPdf(await load(of));
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
  }, [of, load]);
  if (failure) return <FailureNotice failure={failure} />;
  return shown ? <Pages {...shown} /> : <Box sx={{ flex: 1, bgcolor: '#5d665f', borderRadius: 1 }} />;
}

/** All pages of an open PDF; only those in view are drawn. */
function Pages({ pdf, ratio }: Shown) {
  const scroller = useRef<HTMLDivElement>(null);
  const width = ratio < 1 ? widths.onSide : widths.upright;
  const height = Math.round(width * ratio);
  const virtual = useRows({
    count: pdf.numPages,
    getScrollElement: () => scroller.current,
    estimateSize: () => height + GAP,
    paddingStart: GAP,
    overscan: 1,
  });
  const first = virtual.getVirtualItems().find(({ end }) => end > (virtual.scrollOffset ?? 0) + 80);
  return (
    <Box sx={{ position: 'relative', flex: 1, minHeight: 0, display: 'flex' }}>
      <Box
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label="Bản xem trước"
        sx={{ flex: 1, overflow: 'auto', bgcolor: '#5d665f', borderRadius: 1 }}
      >
        <Box sx={{ position: 'relative', height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <Box
              key={index}
              sx={{ position: 'absolute', left: '50%', ml: `${-width / 2}px` }}
              style={{ transform: `translateY(${start}px)` }}
            >
              <PdfPage pdf={pdf} number={index + 1} width={width} height={height} />
            </Box>
          ))}
        </Box>
      </Box>
      <Typography
        role="status"
        sx={{
          position: 'absolute',
          right: 24,
          bottom: 12,
          px: 3,
          py: 1,
          borderRadius: 1,
          bgcolor: '#16211b',
          color: '#fff',
          fontSize: 14,
        }}
      >
        Trang {(first?.index ?? 0) + 1}/{pdf.numPages}
      </Typography>
    </Box>
  );
}
