import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { CallOutput } from '../../../shared/api.ts';
import { TableFrame } from '../../components/table-frame.tsx';
import { dateInWords } from '../../components/words.ts';

type Book = CallOutput<'funds.book'>;
type BookRow = Book['rows'][number];

interface Props {
  readonly book: Book;
  readonly rows: readonly BookRow[];
  /** An amount in words of the account: đồng, or a quantity with its unit. */
  readonly show: (amount: number) => string;
  readonly busy: boolean;
  readonly onOpen: (row: BookRow) => void;
  /** Reads the lines behind those that are shown; absent at the end. */
  readonly onMore: (() => void) | undefined;
}

const figures = { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const;
const strong = { ...figures, fontWeight: 600 } as const;

/** A book line by line with its balance, opening above and closing below. */
export function BookTable({ book, rows, show, busy, onOpen, onMore }: Props) {
  return (
    <TableFrame label="Sổ quỹ" busy={busy}>
      <TableHead>
        <TableRow>
          <TableCell>Ngày</TableCell>
          <TableCell>Phiếu</TableCell>
          <TableCell>Người nộp, người nhận</TableCell>
          <TableCell>Nội dung</TableCell>
          <TableCell sx={figures}>Thu</TableCell>
          <TableCell sx={figures}>Chi</TableCell>
          <TableCell sx={figures}>Tồn</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        <TableRow>
          <TableCell colSpan={6} sx={{ fontWeight: 600 }}>
            Tồn đầu kỳ
          </TableCell>
          <TableCell sx={strong} data-testid="opening">
            {show(book.opening)}
          </TableCell>
        </TableRow>
        {rows.map((row) => (
          <TableRow key={row.entry_id}>
            <TableCell>{dateInWords(row.day)}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              <Link component="button" type="button" onClick={() => onOpen(row)}>
                {row.number}
              </Link>
            </TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{row.name}</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>
              {row.reversal ? `Đảo do hủy phiếu: ${row.content}` : row.content}
            </TableCell>
            <TableCell sx={figures}>{row.received === 0 ? '' : show(row.received)}</TableCell>
            <TableCell sx={figures}>{row.paid === 0 ? '' : show(row.paid)}</TableCell>
            <TableCell sx={figures}>{show(row.balance)}</TableCell>
          </TableRow>
        ))}
        {onMore && (
          <TableRow>
            <TableCell colSpan={7}>
              <Button onClick={onMore}>Xem tiếp</Button>
            </TableCell>
          </TableRow>
        )}
        {rows.length === 0 && (
          <TableRow>
            <TableCell colSpan={7}>Trong kỳ không có thu, chi nào.</TableCell>
          </TableRow>
        )}
        <TableRow>
          <TableCell colSpan={4} sx={{ fontWeight: 600 }}>
            Cộng trong kỳ; tồn cuối kỳ
          </TableCell>
          <TableCell sx={strong}>{show(book.received)}</TableCell>
          <TableCell sx={strong}>{show(book.paid)}</TableCell>
          <TableCell sx={strong} data-testid="closing">
            {show(book.closing)}
          </TableCell>
        </TableRow>
      </TableBody>
    </TableFrame>
  );
}
