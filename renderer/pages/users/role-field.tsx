import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { roleLabels, roles, type Role } from '../../../shared/rights.ts';

const roleHelp: Record<Role, string> = {
  administrator: 'mọi việc, cả người dùng, cài đặt, khôi phục',
  clerk: 'nhập, sửa, in, sao lưu',
  commander: 'xem, in, khóa và mở đợt, xem nhật ký',
  viewer: 'chỉ xem và in',
};

interface Props {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

/** One of the four roles, each with what it may do. */
export function RoleField({ value, onChange }: Props) {
  return (
    <div>
      <Typography id="role" variant="h3" component="h3">
        Vai trò
      </Typography>
      <RadioGroup
        aria-labelledby="role"
        value={value}
        onChange={(_, chosen) => onChange(roles.find((role) => role === chosen) ?? value)}
      >
        {roles.map((role) => (
          <FormControlLabel
            key={role}
            value={role}
            control={<Radio />}
            label={`${roleLabels[role]} — ${roleHelp[role]}`}
          />
        ))}
      </RadioGroup>
    </div>
  );
}
