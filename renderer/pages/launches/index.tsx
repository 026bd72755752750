import Button from '@mui/material/Button';
import { useState } from 'react';
import { linesText } from '../../../shared/records/lines.ts';
import { useKeys } from '../../app/keys.tsx';
import { useAsked } from '../../app/navigation.tsx';
import { pageOf } from '../../app/pages.ts';
import type { Period } from '../../components/period-form.tsx';
import type { Values } from '../../records/declared-form.tsx';
import { RecordsPage } from '../../records/records-page.tsx';
import { LaunchCoverageView } from './coverage-view.tsx';
import type { LaunchVillage } from './launch-grid.tsx';

interface Asked {
  readonly village: LaunchVillage;
  readonly period: Period;
}

/** Launch sessions, and in which villages there has been none. */
export default function LaunchesPage() {
  const [covering, setCovering] = useState(false);
  useAsked(({ coverage }) => setCovering(coverage !== undefined));
  const [asked, setAsked] = useState<Asked | null>(null);
  const label = covering ? 'Danh sách buổi' : 'Độ phủ';
  const turn = () => {
    setAsked(null);
    setCovering(!covering);
  };
  useKeys([{ key: 'F6', label, run: turn }]);
  const button = (
    <Button variant="outlined" onClick={turn}>
      {label}
    </Button>
  );
  if (covering) {
    const open = (village: LaunchVillage, period: Period) => {
      setAsked({ village, period });
      setCovering(false);
    };
    return <LaunchCoverageView onOpen={open}>{button}</LaunchCoverageView>;
  }
  return (
    <RecordsPage
      kind="launch_session"
      title={pageOf('launches').title}
      detail="Buổi phát động phong trào, tập trung hoặc cá biệt, ở một hay nhiều bản."
      buttons={button}
      narrowed={asked ? sessionsOf(asked) : undefined}
      propose={() => proposal(asked)}
    />
  );
}

/** The list of a village's sessions in a period. */
const sessionsOf = ({ village, period }: Asked) => ({
  equal: { villages: { value: village.village_id, name: village.name } },
  period: { held_on: period },
});

/** Most sessions are held for everybody; one for a village that was missing begins with that village. */
function proposal(asked: Asked | null): Values {
  const villages = asked ? linesText([{ id: asked.village.village_id, count: null }]) : null;
  return { launch_form: 'mass_form', villages };
}
