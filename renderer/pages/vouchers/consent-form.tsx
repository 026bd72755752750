import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { call } from '../../client.ts';
import { ReasonQuestion } from '../../records/reason-question.tsx';
import { nameOf, valueOf } from '../../records/value.ts';

interface Props {
  readonly page: CallOutput<'receipts.page'>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Whom the public list may name from now on: the donor, and each member of a group's list. Nothing else changes. */
export function ConsentForm({ page: { receipt, donations }, onDone, onCancel }: Props) {
  const [named, setNamed] = useState<ReadonlySet<number>>(
    () => new Set(donations.filter((one) => valueOf(one, 'consent') === true).map(({ id }) => id)),
  );
  const [consent, setConsent] = useState(valueOf(receipt, 'consent') === true);
  const turn = (id: number) =>
    setNamed((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const save = async (reason: string) => {
    const { id, version } = receipt;
    const members = donations.map((one) => ({ id: one.id, consent: named.has(one.id) }));
    await call('receipts.consent', { id, version, consent, members, reason });
    onDone();
  };
  return (
    <ReasonQuestion
      question="Công khai tên trong danh sách?"
      confirm="Lưu"
      onConfirm={save}
      onCancel={onCancel}
    >
      <Typography color="textSecondary">
        Chỉ đổi việc công khai tên; phiếu giữ nguyên. Danh sách công khai lập từ nay theo điều mới ghi; bản đã
        dán trước đây cần thay.
      </Typography>
      <FormControlLabel
        label={nameOf(kindOf('receipt'), receipt)}
        control={<Checkbox checked={consent} onChange={(event) => setConsent(event.target.checked)} />}
      />
      {donations.length > 0 && (
        <Box
          role="group"
          aria-label="Danh sách ủng hộ"
          sx={{ display: 'flex', flexDirection: 'column', maxHeight: 240, overflow: 'auto', pl: 4 }}
        >
          {donations.map((one) => (
            <FormControlLabel
              key={one.id}
              label={nameOf(kindOf('donation'), one)}
              control={<Checkbox checked={named.has(one.id)} onChange={() => turn(one.id)} />}
            />
          ))}
        </Box>
      )}
    </ReasonQuestion>
  );
}
