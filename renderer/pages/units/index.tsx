import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { Unit } from '../../../shared/api/units.ts';
import { formatDate, parseDate, yearOf } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { usePageParams } from '../../app/navigation.tsx';
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
  const params = usePageParams();
  const [view, setView] = useState<View>('units');
  const [date, setDate] = useState(today);
  const { units, failure } = useUnits(date);
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    if (typeof params['id'] === 'number') setChosen(params['id']);
    if (params['view'] === 'declared') setView('declared');
  }, [params]);
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
          value={view}
          onChange={(_event, next: View | null) => next && setView(next)}
        >
          <ToggleButton value="units">Xã, bản</ToggleButton>
          <ToggleButton value="declared">Số hộ kê khai</ToggleButton>
        </ToggleButtonGroup>
        <DayField label={view === 'units' ? 'Vào ngày' : 'Địa bàn vào ngày'} date={date} onDate={setDate} />
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

function DayField({ label, date, onDate }: { label: string; date: string; onDate: (date: string) => void }) {
  const [wrong, setWrong] = useState('');
  const read = (typed: string) => {
    const parsed = parseDate(typed);
    setWrong(parsed.ok ? '' : parsed.reason);
    if (parsed.ok) onDate(parsed.date);
  };
  return (
    <TextField
      key={date}
      label={label}
      defaultValue={formatDate(date)}
      error={wrong !== ''}
      helperText={wrong || undefined}
      onBlur={(event) => read(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) read(event.target.value);
      }}
      slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      sx={{ width: 160 }}
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
        unit && <UnitDetail unit={unit} units={units} date={date} />
      )}
    </Box>
  );
}

function SampleCount({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <Typography component="span" variant="body2" color="warning.main">
      {count} mẫu
    </Typography>
  );
}
