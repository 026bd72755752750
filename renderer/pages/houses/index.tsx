import Button from '@mui/material/Button';
import { useState } from 'react';
import { useKeys } from '../../app/keys.tsx';
import { useAsked } from '../../app/navigation.tsx';
import { pageOf } from '../../app/pages.ts';
import { useMay } from '../../app/session.tsx';
import type { ListFilter } from '../../records/filters.ts';
import { ListFrame } from '../../records/list-frame.tsx';
import { RecordList } from '../../records/record-list.tsx';
import { SidePanel } from '../../records/side-panel.tsx';
import { PaperView } from '../../paper/paper-view.tsx';
import { askedHouses } from './asked.ts';
import { HouseForm } from './house-form.tsx';
import { HousePanel } from './house-panel.tsx';
import type { PaperChoice } from './house-papers.tsx';
import { ManyHouses } from './many-form.tsx';

type Beside = { readonly id: number; readonly said?: string } | 'new' | null;

/** The houses of every phase: their list, and beside it a house's whole life or the form of a new one. */
export default function HousesPage() {
  const [beside, setBeside] = useState<Beside>(null);
  const [many, setMany] = useState(false);
  const [paper, setPaper] = useState<PaperChoice | null>(null);
  const [narrowed, setNarrowed] = useState<Partial<ListFilter>>({});
  const [turn, setTurn] = useState(0);
  const [round, setRound] = useState(0);
  const mayWrite = useMay('records.write');
  useAsked((params) => {
    const { id, create } = params;
    setMany(false);
    setPaper(null);
    if (typeof id === 'number') setBeside({ id });
    else if (create !== undefined && mayWrite) setBeside('new');
    const asked = askedHouses(params);
    if (asked) {
      setNarrowed(asked);
      setTurn((before) => before + 1);
    }
  });
  const listed = !many && paper === null;
  useKeys([{ key: 'F6', label: 'Thêm nhiều nhà', when: listed && mayWrite, run: () => setMany(true) }]);
  if (paper) return <PaperView {...paper} onBack={() => setPaper(null)} />;
  if (many)
    return (
      <ManyHouses
        onBack={() => {
          setMany(false);
          setRound((before) => before + 1);
        }}
      />
    );
  const close = () => setBeside(null);
  const changed = () => setRound((before) => before + 1);
  const add = mayWrite ? { label: 'Thêm nhà', run: () => setBeside('new') } : undefined;
  return (
    <ListFrame
      title={pageOf('houses').title}
      detail="Mỗi hộ một nhà trong một giai đoạn."
      buttons={
        mayWrite && (
          <Button variant="outlined" onClick={() => setMany(true)}>
            Thêm nhiều nhà
          </Button>
        )
      }
      add={add}
    >
      <RecordList
        key={turn}
        kind="house"
        initial={narrowed}
        onOpen={({ id }) => setBeside({ id })}
        openId={beside !== null && beside !== 'new' ? beside.id : undefined}
        add={add}
        round={round}
      />
      {beside === 'new' && (
        <SidePanel title="Nhà mới" onClose={close} width={560}>
          <HouseForm
            onSaved={(id) => {
              changed();
              setBeside({ id, said: 'Đã thêm nhà. F2 ghi bước tiếp theo.' });
            }}
            onCancel={close}
          />
        </SidePanel>
      )}
      {beside !== null && beside !== 'new' && (
        <HousePanel
          key={beside.id}
          id={beside.id}
          justSaved={beside.said}
          onPaper={setPaper}
          onClose={close}
          onChanged={changed}
        />
      )}
    </ListFrame>
  );
}
