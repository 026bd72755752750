import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Unit } from '../../../shared/api/units.ts';
import { formatDate, parseDate, yearOf, type IsoDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { useAsked } from '../../app/navigation.tsx';
import { pageOf } from '../../app/pages.ts';
import { useMay } from '../../app/session.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { today } from '../../components/words.ts';
import { DeclaredForm } from '../../records/declared-form.tsx';
import { SampleMark } from '../../records/sample-mark.tsx';
import { SidePanel } from '../../records/side-panel.tsx';
import { communesOf, villagesOf } from '../../records/unit-match.ts';
import { useUnits } from '../../records/units.ts';
import { DeclaredGrid } from './declared-grid.tsx';
import { addUnit } from './save-unit.ts';
import { UnitColumn } from './unit-column.tsx';
import { UnitDetail } from './unit-detail.tsx';
import { newUnitFields, newUnitInitial } from './unit-fields.ts';

type View = 'units' | 'declared';
type Adding = 'commune' | 'village' | null;

/** The communes and villages as of a chosen day, their changes, and the household counts they declare. */
export default function UnitsPage() {
  const [view, setView] = useState<View>('units');
  const [date, setDate] = useState(today);
  const { units, failure, loading } = useUnits(date);
  const [chosen, setChosen] = useState<number | null>(null);
  const [sought, setSought] = useState<number | null>(null);
  useAsked(({ id, view: asked }) => {
    if (typeof id === 'number') {
      setChosen(id);
      setSought(id);
    }
    if (typeof id === 'number' || asked === 'declared') setView(asked === 'declared' ? 'declared' : 'units');
  });
  const lost = sought !== null && !loading && units.every(({ id }) => id !== sought);
  const lastDay = useLastDay(lost ? sought : null);
  if (sought !== null && !loading && (!lost || lastDay !== null)) {
    setSought(null);
    if (lastDay !== null) setDate(lastDay);
  }
  const communes = communesOf(units);
  const unit = units.find((one) => one.id === chosen) ?? communes[0];
  const communeId = unit ? (unit.level === 'village' ? unit.parent_id : unit.id) : null;
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHeader title={pageOf('units').title}>
        <ToggleButtonGroup
          exclusive
          size="small"
          color="primary"
          aria-label="Phần của trang"
          sx={{ '& .MuiToggleButton-root:not(.Mui-selected)': { color: 'text.primary' } }}
          value={view}
          onChange={(_event, next: View | null) => next && setView(next)}
        >
          <ToggleButton value="units">Xã, bản</ToggleButton>
          <ToggleButton value="declared">Số hộ kê khai</ToggleButton>
        </ToggleButtonGroup>
        {view === 'units' ? (
          <DayField date={date} onDate={setDate} />
        ) : (
          <YearField date={date} onDate={setDate} />
        )}
      </PageHeader>
      <FailureNotice failure={failure} />
      {view === 'units' ? (
        <Columns units={units} unit={unit} communeId={communeId} date={date} onChoose={setChosen} />
      ) : (
        <DeclaredGrid
          communes={communes}
          units={units}
          communeId={communeId}
          onCommune={setChosen}
          year={yearOf(date)}
        />
      )}
    </Box>
  );
}

/** The first day of a unit's last version: a unit that is no more is shown as of then; null until it is known. */
function useLastDay(unitId: number | null): IsoDate | null {
  const history = useCall('units.history', { unit_id: unitId ?? 1 }, { skip: unitId === null });
  if (unitId === null || history.loading) return null;
  const days = (history.value?.versions ?? []).map(({ valid_from }) => valid_from);
  return days.sort().at(-1) ?? null;
}

interface DateProps {
  readonly date: IsoDate;
  readonly onDate: (date: IsoDate) => void;
}

function DayField({ date, onDate }: DateProps) {
  const read = (typed: string) => {
    const parsed = parseDate(typed);
    if (parsed.ok) onDate(parsed.date);
    return parsed.ok ? '' : parsed.reason;
  };
  return <DateInput key={date} label="Vào ngày" shown={formatDate(date)} read={read} />;
}

/** The year of the counts; its villages are those of its last day, of this year those of today. */
function YearField({ date, onDate }: DateProps) {
  const read = (typed: string) => {
    const year = /^(?:199\d|20\d\d)$/.exec(typed.trim())?.[0];
    if (!year) return 'Năm từ 1990 đến 2099.';
    onDate(year === today().slice(0, 4) ? today() : `${year}-12-31`);
    return '';
  };
  return <DateInput key={date} label="Năm" shown={date.slice(0, 4)} read={read} />;
}

interface DateInputProps {
  readonly label: string;
  readonly shown: string;
  /** Takes what was typed; gives what is wrong with it, or empty text. */
  readonly read: (typed: string) => string;
}

function DateInput({ label, shown, read }: DateInputProps) {
  const [wrong, setWrong] = useState('');
  return (
    <TextField
      label={label}
      defaultValue={shown}
      error={wrong !== ''}
      helperText={wrong || undefined}
      onBlur={(event) => setWrong(read(event.target.value))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
          setWrong(read(event.target.value));
      }}
      slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      sx={{ width: 150 }}
    />
  );
}

interface ColumnsProps {
  readonly units: readonly Unit[];
  readonly unit: Unit | undefined;
  readonly communeId: number | null;
  readonly date: string;
  readonly onChoose: (id: number) => void;
}

function Columns({ units, unit, communeId, date, onChoose }: ColumnsProps) {
  const [adding, setAdding] = useState<Adding>(null);
  const mayWrite = useMay('units.write');
  const communes = communesOf(units);
  const villages = villagesOf(units, communeId ?? -1);
  const addButton = (level: 'commune' | 'village', label: string) =>
    mayWrite && (
      <Button
        size="small"
        onClick={() => setAdding(level)}
        disabled={level === 'village' && communeId === null}
      >
        {label}
      </Button>
    );
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 3 }}>
      <UnitColumn
        title={`${formatNumber(communes.length)} xã, thị trấn`}
        width={250}
        units={communes}
        selected={communeId}
        onSelect={onChoose}
        mark={(commune) => (
          <SampleCount count={villagesOf(units, commune.id).filter((one) => one.sample).length} />
        )}
        empty="Không có xã nào trong ngày này."
        foot={addButton('commune', 'Thêm xã')}
      />
      <UnitColumn
        title={`${formatNumber(villages.length)} bản, khối`}
        width={280}
        units={villages}
        selected={unit?.level === 'village' ? unit.id : null}
        onSelect={onChoose}
        mark={(village) => village.sample && <SampleMark />}
        empty="Xã này chưa có bản nào. Hãy thêm các bản của xã."
        foot={addButton('village', 'Thêm bản')}
      />
      {adding ? (
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex' }}>
          <SidePanel
            title={adding === 'commune' ? 'Xã mới' : 'Bản mới'}
            width={520}
            onClose={() => setAdding(null)}
          >
            <DeclaredForm
              key={adding}
              fields={newUnitFields()}
              initial={newUnitInitial(adding, date)}
              submitLabel={adding === 'commune' ? 'Thêm xã' : 'Thêm bản'}
              onCancel={() => setAdding(null)}
              onSubmit={async (values) => {
                onChoose(await addUnit(adding, communeId, values));
                setAdding(null);
              }}
            />
          </SidePanel>
        </Box>
      ) : (
        unit && <UnitDetail key={unit.id} unit={unit} units={units} date={date} />
      )}
    </Box>
  );
}

function SampleCount({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <Typography component="span" variant="body2" color="warning">
      {count} mẫu
    </Typography>
  );
}
