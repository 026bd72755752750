import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { household as kind } from '../../../shared/records/household.ts';
import { useCall } from '../../app/data.ts';
import { useAsked } from '../../app/navigation.tsx';
import { pageOf } from '../../app/pages.ts';
import { useMay } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { DeclaredForm } from '../../records/declared-form.tsx';
import type { ListFilter } from '../../records/filters.ts';
import { RecordList } from '../../records/record-list.tsx';
import { SidePanel } from '../../records/side-panel.tsx';
import { rememberSticky, stickyOf } from '../../records/sticky.ts';
import { HouseholdPage } from './household-page.tsx';
import { addFields, headOf, noteOf } from './life.ts';

type Beside = { readonly id: number; readonly message?: string } | 'new' | null;

/** The households, and beside the list one of them with its life. */
export default function HouseholdsPage() {
  const [beside, setBeside] = useState<Beside>(null);
  const [round, setRound] = useState(0);
  const mayWrite = useMay('records.write');
  const settings = useCall('settings.get', {});
  const ethnicity = settings.value?.ethnicity_enabled ?? false;
  const [initial, setInitial] = useState<Partial<ListFilter>>({});
  useAsked(({ id, village_id, village }) => {
    if (typeof id === 'number') setBeside({ id });
    const narrowed = typeof village_id === 'number' && {
      village_id: { value: village_id, name: String(village ?? '') },
    };
    setInitial(narrowed ? { equal: narrowed } : {});
  });
  const add = mayWrite ? { label: 'Thêm hộ', run: () => setBeside('new') } : undefined;
  const close = () => setBeside(null);
  const changed = () => setRound((before) => before + 1);
  const open = beside !== null && beside !== 'new' ? beside : null;
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHeader title={pageOf('households').title}>
        {add && (
          <Button variant="contained" onClick={add.run}>
            {add.label}
          </Button>
        )}
      </PageHeader>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 4 }}>
        <RecordList
          key={JSON.stringify(initial)}
          kind="household"
          initial={initial}
          onOpen={(record) => setBeside({ id: record.id })}
          openId={open?.id}
          add={add}
          round={round}
        />
        {beside === 'new' && (
          <SidePanel title="Hộ mới" onClose={close} width={520}>
            <AddHousehold
              ethnicity={ethnicity}
              onCancel={close}
              onSaved={(id, message) => {
                changed();
                setBeside({ id, message });
              }}
            />
          </SidePanel>
        )}
        {open && (
          <HouseholdPage
            key={open.id}
            id={open.id}
            ethnicity={ethnicity}
            message={open.message}
            onClose={close}
            onChanged={changed}
            onOpen={(id) => setBeside({ id })}
          />
        )}
      </Box>
    </Box>
  );
}

interface AddProps {
  readonly ethnicity: boolean;
  readonly onCancel: () => void;
  readonly onSaved: (id: number, message: string) => void;
}

function AddHousehold({ ethnicity, onCancel, onSaved }: AddProps) {
  return (
    <DeclaredForm
      key={String(ethnicity)}
      fields={addFields(ethnicity)}
      initial={stickyOf(kind)}
      submitLabel="Thêm hộ"
      draft="household:new"
      onCancel={onCancel}
      onSubmit={async (values) => {
        const moved = values['moved_in_on'];
        const { id, warnings } = await call('households.add', {
          village_id: Number(values['village_id']),
          ...headOf(values),
          note: noteOf(values),
          moved_in_on: typeof moved === 'string' ? moved : null,
        });
        rememberSticky(kind, values);
        onSaved(id, ['Đã thêm hộ.', ...warnings].join(' '));
      }}
    />
  );
}
