import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Unit } from '../../../shared/api/units.ts';
import { formatDate, type IsoDate } from '../../../shared/vietnamese/dates.ts';
import { useKeys } from '../../app/keys.tsx';
import { useMay } from '../../app/session.tsx';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { UnitPicker } from '../../records/unit-picker.tsx';
import { capital } from '../../records/value.ts';
import { saveUnit } from './save-unit.ts';
import { unitActionWords, unitFields, unitInitial, type UnitAction } from './unit-fields.ts';
import { UnitHistory } from './unit-history.tsx';

interface Props {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly date: IsoDate;
}

const actions = Object.keys(unitActionWords) as UnitAction[];

/** A unit as of the chosen day: what it is called, what may be done with it, what it was. */
export function UnitDetail({ unit, units, date }: Props) {
  const [doing, setDoing] = useState<UnitAction | null>(null);
  const [message, setMessage] = useState('');
  const mayWrite = useMay('units.write');
  useKeys([
    { key: 'F2', label: 'Sửa tên', run: () => setDoing('correct'), when: mayWrite && doing === null },
  ]);
  const stop = () => setDoing(null);
  return (
    <Box
      component="section"
      aria-label={unit.name}
      tabIndex={0}
      sx={{
        flex: 1,
        minWidth: 0,
        minHeight: 0,
        overflowY: 'auto',
        display: 'flex',
        flexDirection: 'column',
        gap: 4,
        p: 4,
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
      }}
    >
      <Box>
        <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          {capital(unit.type)} {unit.name}
        </Typography>
        <Typography color="textSecondary">
          {[unit.code && `mã ${unit.code}`, `tên này từ ${formatDate(unit.valid_from)}`]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        {unit.aliases.length > 0 && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2, alignItems: 'center' }}>
            <Typography variant="body2" color="textSecondary">
              Còn viết là
            </Typography>
            {unit.aliases.map((alias) => (
              <Chip key={alias} size="small" variant="outlined" label={alias} />
            ))}
          </Box>
        )}
      </Box>
      {unit.sample && (
        <Alert severity="warning">Đây là tên tạm của danh mục. Hãy bấm F2 và đặt tên thật của bản.</Alert>
      )}
      {message && <Alert severity="success">{message}</Alert>}
      {mayWrite && doing === null && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {actions.map((action) => (
            <Button
              key={action}
              variant={action === 'correct' ? 'contained' : 'outlined'}
              color={action === 'retire' ? 'error' : 'primary'}
              onClick={() => {
                setMessage('');
                setDoing(action);
              }}
            >
              {action === 'correct' && unit.sample ? 'Đặt tên thật' : unitActionWords[action].label}
            </Button>
          ))}
        </Box>
      )}
      {doing && (
        <ActionForm
          key={doing}
          action={doing}
          unit={unit}
          units={units}
          date={date}
          onCancel={stop}
          onDone={() => {
            stop();
            setMessage('Đã lưu.');
          }}
        />
      )}
      <UnitHistory unit={unit} />
    </Box>
  );
}

interface ActionProps extends Props {
  readonly action: UnitAction;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function ActionForm({ action, unit, units, date, onDone, onCancel }: ActionProps) {
  const [others, setOthers] = useState<readonly number[]>([]);
  const named = (id: number) => units.find((one) => one.id === id)?.name ?? '';
  const merging = action === 'merge' && (unit.level === 'commune' || unit.level === 'village');
  return (
    <Box>
      <Typography variant="h3">{unitActionWords[action].label}</Typography>
      {merging && (
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, pt: 4 }}>
          <UnitPicker
            key={others.length}
            label="Sáp nhập với"
            level={unit.level === 'commune' ? 'commune' : 'village'}
            communeId={unit.level === 'village' ? unit.parent_id : undefined}
            date={date}
            value={null}
            autoFocus
            help="Chọn lần lượt từng địa bàn cùng sáp nhập."
            onChange={(id) => {
              if (id !== null && id !== unit.id && !others.includes(id)) setOthers([...others, id]);
            }}
          />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            {others.map((id) => (
              <Chip
                key={id}
                label={named(id)}
                onDelete={() => setOthers(others.filter((one) => one !== id))}
              />
            ))}
          </Box>
        </Box>
      )}
      {(!merging || others.length > 0) && (
        <DeclaredForm
          fields={unitFields(action)}
          initial={unitInitial(action, unit, date)}
          submitLabel={unitActionWords[action].save}
          onCancel={onCancel}
          onSubmit={async (values) => {
            await saveUnit(action, unit, values, others);
            onDone();
          }}
        />
      )}
      {merging && others.length === 0 && (
        <Button variant="outlined" sx={{ mt: 2 }} onClick={onCancel}>
          Thôi
        </Button>
      )}
    </Box>
  );
}
