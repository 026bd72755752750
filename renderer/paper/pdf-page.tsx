import { useEffect, useRef } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Props {
  readonly pdf: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** One page drawn onto a canvas, as sharp as the screen is. */
export function PdfPage({ pdf, number, width, height }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let current = true;
    let stop: (() => void) | undefined;
    void pdf.getPage(number).then((page) => {
      const target = canvas.current;
      if (!current || !target) return;
      const sharpness = Math.max(1, window.devicePixelRatio);
      const viewport = page.getViewport({
        scale: (width / page.getViewport({ scale: 1 }).width) * sharpness,
      });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const task = page.render({ canvas: target, viewport });
      stop = () => task.cancel();
      task.promise.then(
        () => target.setAttribute('data-drawn', 'true'),
        () => undefined,
      );
    });
    return () => {
      current = false;
      stop?.();
    };
  }, [pdf, number, width]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={`Trang ${number}`}
      style={{ width, height, display: 'block', background: '#fff', boxShadow: '0 1px 4px rgb(0 0 0 / 30%)' }}
    />
  );
}
