import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import type { MadeDocument } from '../../shared/api/documents.ts';
import { toFailure, type Failure } from '../../shared/failure.ts';
import { formatNumber } from '../../shared/vietnamese/numbers.ts';
import { call } from '../client.ts';
import { useCall } from '../app/data.ts';
import { useKeys } from '../app/keys.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';

interface Props {
  readonly documents: readonly MadeDocument[];
  /** The one in the preview. */
  readonly shown: MadeDocument;
}

/** Below the preview: to a printer, or into a file. A printer that is not there leaves the PDF to be saved. */
export function OutBar({ documents, shown }: Props) {
  const { value: printers } = useCall('desktop.printers', {});
  const [picked, setPicked] = useState<string | null>(null);
  const copies = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState('');
  const [busy, setBusy] = useState(false);
  const printer = picked ?? printers?.find((one) => one.is_default)?.name ?? printers?.[0]?.name ?? '';
  const attempt = async (work: () => Promise<string>) => {
    setBusy(true);
    setFailure(null);
    setDone('');
    try {
      setDone(await work());
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const print = (these: readonly MadeDocument[]) =>
    attempt(async () => {
      const count = Math.min(20, Math.max(1, Number(copies.current?.value) || 1));
      for (const { document_id } of these)
        await call('documents.print', { document_id, printer, copies: count });
      return `Đã gửi ${formatNumber(these.length)} văn bản tới máy in.`;
    });
  const save = () =>
    attempt(async () => {
      const { document_id, file_name } = shown;
      const { saved_as } = await call('documents.save', { document_id, file_name });
      return saved_as === null ? '' : `Đã lưu: ${saved_as}`;
    });
  const saveAll = () =>
    attempt(async () => {
      const all = documents.map(({ document_id, file_name }) => ({ document_id, file_name }));
      const { saved_in } = await call('documents.save_all', { documents: all });
      return saved_in === null ? '' : `Đã lưu ${formatNumber(all.length)} tệp vào ${saved_in}`;
    });
  const noPrinter = printers?.length === 0;
  const several = documents.length > 1;
  useKeys([
    { key: 'Ctrl+P', label: 'In', when: !busy && !noPrinter, run: () => void print([shown]) },
    { key: 'Ctrl+S', label: 'Lưu PDF', when: !busy, run: () => void save() },
  ]);
  return (
    <Box sx={{ pt: 3, display: 'flex', flexDirection: 'column', gap: 2 }}>
      <FailureNotice failure={failure} onClose={() => setFailure(null)} />
      {done && (
        <Alert severity="success" role="status" onClose={() => setDone('')} closeText="Đóng thông báo">
          {done}
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <TextField
          select
          id="printer"
          label="Máy in"
          value={printer}
          disabled={noPrinter ?? true}
          onChange={(event) => setPicked(event.target.value)}
          slotProps={{ select: { native: true } }}
          sx={{ width: 220 }}
        >
          {noPrinter && <option value="">Không có máy in nào</option>}
          {printers?.map(({ name, shown: label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </TextField>
        <TextField id="copies" label="Số bản" defaultValue="1" inputRef={copies} sx={{ width: 80 }} />
        <Button
          variant="contained"
          disabled={busy || noPrinter !== false}
          onClick={() => void print([shown])}
        >
          In
        </Button>
        {several && (
          <Button
            variant="outlined"
            disabled={busy || noPrinter !== false}
            onClick={() => void print(documents)}
          >
            In tất cả
          </Button>
        )}
        <Button variant={noPrinter ? 'contained' : 'outlined'} disabled={busy} onClick={() => void save()}>
          Lưu PDF
        </Button>
        {several && (
          <Button variant="outlined" disabled={busy} onClick={() => void saveAll()}>
            Lưu tất cả
          </Button>
        )}
      </Box>
    </Box>
  );
}
