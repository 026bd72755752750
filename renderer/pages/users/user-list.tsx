import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { roleLabels } from '../../../shared/rights.ts';
import { momentInWords } from '../../components/words.ts';
import type { User } from './index.tsx';

interface Props {
  readonly users: readonly User[];
  readonly chosen: number | 'new' | null;
  readonly onChoose: (id: number) => void;
}

/** Everybody who has, or had, a password. */
export function UserList({ users, chosen, onChoose }: Props) {
  return (
    <Table size="small" sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider' }}>
      <TableHead>
        <TableRow>
          <TableCell>Họ và tên</TableCell>
          <TableCell>Tên đăng nhập</TableCell>
          <TableCell>Vai trò</TableCell>
          <TableCell>Tình trạng</TableCell>
          <TableCell />
        </TableRow>
      </TableHead>
      <TableBody>
        {users.map((user) => (
          <TableRow key={user.id} hover selected={user.id === chosen}>
            <TableCell sx={{ fontWeight: 500 }}>{user.full_name}</TableCell>
            <TableCell>{user.login}</TableCell>
            <TableCell>{roleLabels[user.role]}</TableCell>
            <TableCell>
              {user.removed_at === null ? 'đang dùng' : `đã gỡ lúc ${momentInWords(user.removed_at)}`}
            </TableCell>
            <TableCell align="right" sx={{ py: 0 }}>
              {user.removed_at === null && (
                <Button size="small" aria-label={`Sửa ${user.full_name}`} onClick={() => onChoose(user.id)}>
                  Sửa
                </Button>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
