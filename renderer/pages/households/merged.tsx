import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { household as kind } from '../../../shared/records/household.ts';
import { ConfirmInline } from '../../components/confirm-inline.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { nameOf, showField } from '../../records/value.ts';

interface Props {
  readonly merged: readonly ShownRecord[];
  readonly mayWrite: boolean;
  readonly onOpen: (id: number) => void;
  readonly onUnmerge: (household: ShownRecord) => Promise<void>;
}

/** The households that were merged into this one; each can be parted again. */
export function Merged({ merged, mayWrite, onOpen, onUnmerge }: Props) {
  const [asking, setAsking] = useState<ShownRecord | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {merged.map((household) => (
        <Box key={household.id} sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Button
            size="small"
            sx={{
              flex: 1,
              minWidth: 0,
              justifyContent: 'flex-start',
              whiteSpace: 'normal',
              textAlign: 'left',
            }}
            onClick={() => onOpen(household.id)}
          >
            {nameOf(kind, household)}, {showField(kind, 'birth', household)},{' '}
            {showField(kind, 'village_id', household)}
          </Button>
          {mayWrite && (
            <Button size="small" variant="outlined" onClick={() => setAsking(household)}>
              Bỏ gộp
            </Button>
          )}
        </Box>
      ))}
      {asking && (
        <ConfirmInline
          question={`Bỏ gộp hộ ${nameOf(kind, asking)}? Hai hộ lại tách riêng như trước.`}
          confirm="Bỏ gộp"
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            onUnmerge(asking).then(
              () => setAsking(null),
              (error: unknown) => setFailure(toFailure(error)),
            );
          }}
        >
          <FailureNotice failure={failure} />
        </ConfirmInline>
      )}
    </Box>
  );
}
