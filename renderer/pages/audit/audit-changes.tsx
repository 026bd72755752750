import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { AuditRow } from '../../../shared/api/records.ts';
import { kindNames, kindOf } from '../../../shared/records/index.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { roleLabels } from '../../../shared/rights.ts';
import { dateInWords } from '../../components/words.ts';
import { changesOf, type Change } from '../../records/changes.ts';
import { causeWords } from '../backup/place.ts';

const labels: Readonly<Record<string, string>> = {
  login: 'Tên đăng nhập',
  full_name: 'Họ và tên',
  role: 'Vai trò',
  idle_minutes: 'Tự khóa sau (phút)',
  ethnicity_enabled: 'Ghi dân tộc',
  cause: 'Cách làm',
  chain_head: 'Mã đầu chuỗi nhật ký',
  name: 'Tên',
  type: 'Loại',
  valid_from: 'Từ ngày',
  valid_to: 'Đến ngày',
  date: 'Ngày',
  year: 'Năm',
  count: 'Số hộ khai báo',
  legal_basis: 'Căn cứ',
  households: 'Số hộ',
  records: 'Số bản ghi',
};

/** Words for the few values that are codes, whatever they are about. */
const codes: Readonly<Record<string, string>> = { ...roleLabels, ...causeWords, true: 'có', false: 'không' };

function plainText(value: StoredValue | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return codes[text] ?? dateInWords(text);
}

/** Values of something that is no declared record: as the trail holds them. */
function plainChanges(row: AuditRow): Change[] {
  const names = new Set([...Object.keys(row.before ?? {}), ...Object.keys(row.after ?? {})]);
  return [...names]
    .map((name) => ({
      label: labels[name] ?? name,
      before: plainText(row.before?.[name]),
      after: plainText(row.after?.[name]),
    }))
    .filter((change) => change.before !== change.after);
}

function changesIn(row: AuditRow): Change[] {
  const kind = kindNames.find((name) => name === row.kind);
  return kind ? changesOf(kindOf(kind).fields, row.before, row.after) : plainChanges(row);
}

/** Whether a line of the trail has more to show than its own line. */
export function hasChanges(row: AuditRow): boolean {
  return row.reason !== null || changesIn(row).length > 0;
}

/** What was before and after, field by field in words. */
export function AuditChanges({ row }: { readonly row: AuditRow }) {
  const changes = changesIn(row);
  return (
    <Box sx={{ py: 2, pl: 6 }}>
      {row.reason !== null && <Typography sx={{ mb: 1 }}>Lý do: {row.reason}</Typography>}
      {changes.length > 0 && (
        <Table size="small" sx={{ maxWidth: 900 }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: 220 }}>Mục</TableCell>
              <TableCell>Trước</TableCell>
              <TableCell>Sau</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {changes.map((change) => (
              <TableRow key={change.label}>
                <TableCell>{change.label}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{change.before || '—'}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{change.after || '—'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Box>
  );
}
