import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useJob } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';

type Checked = CallOutput<'attachments.check'>;
type Fault = Checked['faults'][number];

const faultWords: Record<Fault['fault'], string> = {
  missing: 'thiếu tệp',
  damaged: 'tệp hỏng',
  unreadable: 'ổ đĩa không đọc được tệp',
};

/** "Có 3 tệp đính kèm có lỗi: 2 tệp thiếu, 1 tệp hỏng." */
function countInWords({ missing, damaged, unreadable }: Checked['count']): string {
  const parts = [
    [missing, 'tệp thiếu'],
    [damaged, 'tệp hỏng'],
    [unreadable, 'tệp ổ đĩa không đọc được'],
  ] as const;
  const told = parts.flatMap(([count, words]) => (count > 0 ? [`${formatNumber(count)} ${words}`] : []));
  return `Có ${formatNumber(missing + damaged + unreadable)} tệp đính kèm có lỗi: ${told.join(', ')}.`;
}

function faultInWords({ fault, named_by, owners }: Fault): string {
  const [first] = owners;
  const whose = owners.map(({ owner_kind, owner_id }) => `${kindOf(owner_kind).label} số ${owner_id}`);
  const others = named_by - owners.length;
  const more = others > 0 ? ` và ${formatNumber(others)} bản ghi khác` : '';
  return `${first ? `${first.file_name} (${whose.join(', ')}${more})` : `Tệp của ${formatNumber(named_by)} bản ghi`} – ${faultWords[fault]}`;
}

function Faults({ count, faults }: Checked) {
  const others = count.missing + count.damaged + count.unreadable - faults.length;
  return (
    <Box role="alert">
      <Typography color="error">
        {countInWords(count)} Hãy lấy lại từ bản sao lưu còn những tệp này, hoặc hủy chúng rồi thêm lại từ
        giấy.
      </Typography>
      <Box
        component="ul"
        tabIndex={0}
        aria-label="Tệp có lỗi"
        sx={{ m: 0, pl: 5, fontSize: 14, overflowWrap: 'anywhere', maxHeight: 240, overflowY: 'auto' }}
      >
        {faults.map((fault, index) => (
          <li key={index}>{faultInWords(fault)}</li>
        ))}
        {others > 0 && <li>… và {formatNumber(others)} tệp nữa</li>}
      </Box>
    </Box>
  );
}

function Told({ children }: { readonly children: string }) {
  return (
    <Typography role="status" sx={{ p: 3, bgcolor: 'soft', borderRadius: 1.5 }}>
      {children}
    </Typography>
  );
}

function backInWords({ brought, left }: CallOutput<'backup.bring_back_files'>): string {
  const came = `Đã lấy lại ${formatNumber(brought)} tệp.`;
  if (left === 0) return came;
  return `${came} Ở đây không còn bản tốt của ${formatNumber(left)} tệp: hãy chọn nơi khác có bản sao lưu rồi lấy lại lần nữa.`;
}

interface Props {
  /** The backups from which files at fault may come back, as a call names them and in words. */
  readonly place: { readonly folder?: string; readonly shown: string };
}

/** Reads every attached file on this machine, says which are at fault and whose, and brings them back. */
export function CheckFiles({ place }: Props) {
  const check = useJob('attachments.check');
  const bring = useJob('backup.bring_back_files');
  const [checked, setChecked] = useState<Checked | null>(null);
  const [back, setBack] = useState<string | null>(null);
  const running = check.running || bring.running;
  const run = async () => {
    setChecked(null);
    setBack(null);
    setChecked(await check.run({}));
  };
  const bringBack = async () => {
    setBack(null);
    const result = await bring.run(place.folder === undefined ? {} : { folder: place.folder });
    if (!result) return;
    setBack(backInWords(result));
    if (result.left === 0) setChecked(null);
  };
  const faulty = checked !== null && checked.faults.length > 0;
  return (
    <>
      <Box>
        <Button variant="outlined" disabled={running} onClick={() => void run()}>
          Đọc lại các tệp đính kèm
        </Button>
      </Box>
      {checked && !faulty && (
        <Told>{`Đã đọc ${formatNumber(checked.files)} tệp đính kèm: tất cả đều đủ và đúng.`}</Told>
      )}
      {faulty && <Faults {...checked} />}
      {faulty && (
        <Box>
          <Button variant="contained" disabled={running} onClick={() => void bringBack()}>
            Lấy lại tệp từ: {place.shown}
          </Button>
        </Box>
      )}
      {check.running && <JobProgressBar progress={check.progress} onCancel={check.cancel} />}
      {bring.running && <JobProgressBar progress={bring.progress} onCancel={bring.cancel} />}
      {back !== null && <Told>{back}</Told>}
      <FailureNotice failure={check.failure ?? bring.failure} />
    </>
  );
}
