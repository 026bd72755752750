import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import type { HouseStep } from '../../../shared/records/house-step.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { useNavigate } from '../../app/navigation.tsx';
import { pageOf } from '../../app/pages.ts';
import { useMay } from '../../app/session.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PaperView } from '../../paper/paper-view.tsx';
import type { PaperChoice } from '../houses/house-papers.tsx';
import { BoardTable } from './board-table.tsx';
import { ListPapers } from './list-papers.tsx';
import { PhaseProgress } from './phase-progress.tsx';
import type { Which } from './phase-table.tsx';
import { TileMap } from './tile-map.tsx';

type View = 'table' | 'map' | 'phases';
const views: Record<View, string> = { table: 'Theo bước', map: 'Ô xã', phases: 'Giai đoạn' };
const order = Object.keys(views) as View[];
type Commune = CallOutput<'houses.board'>['communes'][number];
type Phase = CallOutput<'houses.progress'>[number];

/** How the houses stand: by commune and step, on the tile map, and each phase against its plan. */
export default function HouseBoardPage() {
  const navigate = useNavigate();
  const [view, setView] = useState<View>('table');
  const [phase, setPhase] = useState<number | null>(null);
  const [paper, setPaper] = useState<PaperChoice | null>(null);
  const mayPrint = useMay('documents.make');
  const mayWrite = useMay('records.write');
  const progress = useCall('houses.progress', {});
  const board = useCall('houses.board', phase === null ? {} : { phase_id: phase });
  const next = order[(order.indexOf(view) + 1) % order.length] ?? 'table';
  useKeys([{ key: 'F6', label: views[next], when: paper === null, run: () => setView(next) }]);
  if (paper) return <PaperView {...paper} onBack={() => setPaper(null)} />;
  const phases = progress.value ?? [];
  const named = phases.find((one) => one.phase_id === phase);
  const openHouses = (commune: Commune | null, of: Phase | undefined, which: Which) =>
    navigate('houses', {
      ...(commune && { commune_id: commune.commune_id, commune: commune.name }),
      ...(of && { phase_id: of.phase_id, phase: of.name }),
      ...which,
    });
  const open = (commune: Commune | null, step?: HouseStep) =>
    openHouses(commune, named, step === undefined ? {} : { step });
  // Who writes goes on to the work there; it is done commune by commune.
  const openLate = (commune: Commune | null) =>
    commune && mayWrite
      ? navigate('house_batch', {
          ...{ commune_id: commune.commune_id, late: 1 },
          ...(phase !== null && { phase_id: phase }),
        })
      : openHouses(commune, named, { late: 1 });
  const communes = board.value?.communes ?? [];
  const shown = phase === null ? phases : phases.filter((one) => one.phase_id === phase);
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={pageOf('house_board').title}
        detail="Bấm vào con số để thấy các nhà; “chậm” là quá hạn mà chưa bàn giao. Chọn giai đoạn để in danh sách."
      />
      <Box sx={{ display: 'flex', gap: 3, mb: 3, pt: 1, alignItems: 'flex-start' }}>
        <TextField
          select
          label="Giai đoạn"
          value={phase ?? 0}
          onChange={(event) => setPhase(Number(event.target.value) || null)}
          sx={{ width: 260 }}
        >
          <MenuItem value={0}>Tất cả giai đoạn</MenuItem>
          {phases.map(({ phase_id, name, program }) => (
            <MenuItem key={phase_id} value={phase_id}>
              {name} – {program}
            </MenuItem>
          ))}
        </TextField>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={view}
          aria-label="Cách xem"
          onChange={(_event, chosen: View | null) => chosen && setView(chosen)}
        >
          {order.map((one) => (
            <ToggleButton key={one} value={one} sx={{ color: 'text.primary', px: 3 }}>
              {views[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {mayPrint && named && <ListPapers phase={named} onPaper={setPaper} />}
      </Box>
      <FailureNotice failure={board.failure ?? progress.failure} />
      {progress.value?.length === 0 ? (
        <EmptyState
          text="Chưa có giai đoạn làm nhà nào."
          hint="Ghi chương trình và các giai đoạn trước, rồi thêm nhà."
        >
          <Button variant="contained" onClick={() => navigate('housing_programs', { create: 1 })}>
            Ghi chương trình
          </Button>
        </EmptyState>
      ) : view === 'phases' ? (
        <PhaseProgress phases={shown} onOpen={(one, which) => openHouses(null, one ?? undefined, which)} />
      ) : view === 'map' ? (
        <TileMap communes={communes} onOpen={open} />
      ) : (
        <BoardTable communes={communes} onOpen={open} onLate={openLate} />
      )}
    </Box>
  );
}
