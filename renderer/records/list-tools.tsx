import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useState } from 'react';
import { useKeys } from '../app/keys.tsx';
import { useMay } from '../app/session.tsx';
import { ExportStrip, type ListQuestion } from './export-strip.tsx';

// The preview brings its own reader of PDFs: only who prints waits for it.
const BookPanel = lazy(() => import('./book-panel.tsx'));

type Doing = 'export' | 'print' | null;

/** What a list can be made into, and what is being done with it. */
export interface ListTools {
  readonly doing: Doing;
  /** Null for who may make no documents. */
  readonly start: ((doing: Doing) => void) | null;
  /** An empty list was to be exported or printed. */
  readonly nothing: boolean;
}

/** Keys and state of "Xuất Excel" and "In sổ"; `total` is undefined while it is counted. */
export function useListTools(total: number | undefined, keysOn: boolean): ListTools {
  const mayMake = useMay('documents.make');
  const [doing, setDoing] = useState<Doing>(null);
  const [nothing, setNothing] = useState(false);
  const start = (next: Doing) => {
    const empty = next !== null && total === 0;
    setNothing(empty);
    setDoing(empty ? null : next);
  };
  const on = mayMake && keysOn && doing !== 'print';
  useKeys([
    { key: 'Ctrl+E', label: 'Xuất Excel', run: () => start('export'), when: on },
    { key: 'Ctrl+P', label: 'In sổ', run: () => start('print'), when: on },
  ]);
  return { doing, start: mayMake ? start : null, nothing: nothing && total === 0 };
}

interface PartProps {
  readonly tools: ListTools;
  readonly question: ListQuestion;
}

/** What stands above the list while it is exported, or covers it while it is printed. */
export function ListToolPanel({ tools: { doing, start, nothing }, question }: PartProps) {
  const close = () => start?.(null);
  if (nothing)
    return (
      <Typography role="status" color="warning" sx={{ mb: 3, fontWeight: 500 }}>
        Danh sách đang trống: không có gì để xuất hay in.
      </Typography>
    );
  if (doing === 'export') return <ExportStrip question={question} onClose={close} />;
  if (doing !== 'print') return null;
  return (
    <Suspense fallback={null}>
      <BookPanel question={question} onClose={close} />
    </Suspense>
  );
}

/** The two buttons at the list's foot. */
export function ListToolButtons({ start }: Pick<ListTools, 'start'>) {
  if (!start) return null;
  return (
    <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>
      <Button size="small" sx={{ minHeight: 28 }} onClick={() => start('export')}>
        Xuất Excel
      </Button>
      <Button size="small" sx={{ minHeight: 28 }} onClick={() => start('print')}>
        In sổ
      </Button>
    </Box>
  );
}
