import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ShownRecord } from '../../shared/api/records.ts';
import { kindOf, type KindName } from '../../shared/records/index.ts';
import type { StoredValue } from '../../shared/records/schema.ts';
import { useCall } from '../app/data.ts';
import { useMay } from '../app/session.tsx';
import { call } from '../client.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { columnsOf } from './columns.ts';
import { callFilter, noFilter } from './filters.ts';
import { ReasonQuestion } from './reason-question.tsx';
import { RecordForm } from './record-form.tsx';
import { takeBack } from './record-page.tsx';
import { UndoBar } from './undo-bar.tsx';
import { undoReason, useUndo } from './use-undo.ts';
import { capital, showField } from './value.ts';

interface Props {
  readonly kind: KindName;
  /** Whose children: the field that points to the parent, and the parent's id. */
  readonly parent: Readonly<Record<string, StoredValue>>;
}

type Doing =
  { readonly what: 'edit' | 'void'; readonly record: ShownRecord } | { readonly what: 'new' } | null;

/** The dated records that belong to a record, on its page: read, added, corrected and voided there. */
export function ChildRecords({ kind: name, parent }: Props) {
  const kind = kindOf(name);
  const [round, setRound] = useState(0);
  const [doing, setDoing] = useState<Doing>(null);
  const filter = callFilter(noFilter, parent);
  const list = useCall('records.list', { kind: name, filter, limit: 200 }, { deps: [round] });
  const mayWrite = useMay(kind.writeRight ?? 'records.write');
  const mayVoid = useMay('records.void') && mayWrite;
  const columns = columnsOf(kind);
  const changed = () => {
    setDoing(null);
    setRound((before) => before + 1);
  };
  const undo = useUndo(changed);
  const rows = list.value?.rows ?? [];
  const voidOne = async ({ id, version }: ShownRecord, reason: string) => {
    const after = await call('records.void', { kind: name, id, version, reason });
    undo.done('Đã hủy.', () =>
      call('records.restore', { kind: name, id, version: after.version, reason: undoReason }),
    );
    changed();
  };
  return (
    <Box
      component="section"
      aria-label={kind.title}
      sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          {kind.title}
        </Typography>
        {mayWrite && doing === null && (
          <Button size="small" variant="outlined" onClick={() => setDoing({ what: 'new' })}>
            Thêm
          </Button>
        )}
      </Box>
      <UndoBar state={undo} />
      <FailureNotice failure={list.failure} />
      {list.value && rows.length === 0 && doing === null && (
        <Typography color="textSecondary">{kind.empty}</Typography>
      )}
      {rows.length > 0 && (
        <Table size="small" sx={{ '& td, & th': { px: 1 } }}>
          <TableHead>
            <TableRow>
              {columns.map(({ field, label }) => (
                <TableCell key={field}>{label}</TableCell>
              ))}
              <TableCell>
                <span className="sr-only">Việc</span>
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((record) => (
              <TableRow key={record.id}>
                {columns.map(({ field }) => (
                  <TableCell key={field} sx={{ overflowWrap: 'anywhere' }}>
                    {showField(kind, field, record)}
                  </TableCell>
                ))}
                <TableCell sx={{ whiteSpace: 'nowrap', textAlign: 'right' }}>
                  {mayWrite && (
                    <Button
                      size="small"
                      sx={{ px: 1, minWidth: 0 }}
                      onClick={() => setDoing({ what: 'edit', record })}
                    >
                      Sửa
                    </Button>
                  )}
                  {mayVoid && (
                    <Button
                      size="small"
                      color="error"
                      sx={{ px: 1, minWidth: 0 }}
                      onClick={() => setDoing({ what: 'void', record })}
                    >
                      Hủy
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {(doing?.what === 'new' || doing?.what === 'edit') && (
        <RecordForm
          key={doing.what === 'edit' ? doing.record.id : 'new'}
          kind={name}
          given={parent}
          record={doing.what === 'edit' ? doing.record : undefined}
          onSaved={(saved) => {
            undo.done(saved.before ? 'Đã lưu thay đổi.' : `Đã thêm ${kind.label}.`, () =>
              takeBack(name, saved),
            );
            changed();
          }}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing?.what === 'void' && (
        <ReasonQuestion
          danger
          question={`${capital('hủy')} ${kind.label} này?`}
          confirm="Hủy bản ghi"
          onConfirm={(reason) => voidOne(doing.record, reason)}
          onCancel={() => setDoing(null)}
        />
      )}
    </Box>
  );
}
