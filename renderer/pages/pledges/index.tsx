import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useNavigate, usePageParams, type PageParams } from '../../app/navigation.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useMay } from '../../app/session.tsx';
import { RecordList } from '../../records/record-list.tsx';
import { fixedFilter, initialFilter } from './asked.ts';
import { PledgePanel } from './pledge-panel.tsx';

/** "Cam kết": every form, with its page beside the list. */
export default function PledgesPage() {
  const params = usePageParams();
  return <Pledges key={JSON.stringify(params)} params={params} />;
}

function Pledges({ params }: { readonly params: PageParams }) {
  const navigate = useNavigate();
  const mayWrite = useMay('records.write');
  const [openId, setOpenId] = useState<number | null>(Number(params['id'] ?? 0) || null);
  const [round, setRound] = useState(0);
  const initial = useMemo(() => initialFilter(params), [params]);
  return (
    <>
      {params['signed'] ? (
        <PageHeader title="Cam kết của hộ" detail="Chỉ các tờ đã ký: ký, điểm chỉ, đại diện.">
          <Button variant="outlined" onClick={() => navigate('pledges')}>
            Xem mọi tờ
          </Button>
        </PageHeader>
      ) : (
        <PageHeader title="Cam kết của hộ" />
      )}
      <Box sx={{ display: 'flex', gap: 4, flex: 1, minHeight: 0 }}>
        <RecordList
          kind="pledge"
          initial={initial}
          fixed={fixedFilter(params)}
          openId={openId ?? undefined}
          round={round}
          onOpen={({ id }) => setOpenId(id)}
          {...(openId !== null && {
            columns: ['form_number', 'head_name', 'birth', 'signature_mode', 'signed_on'],
          })}
          add={mayWrite ? { label: 'Nhập tờ', run: () => navigate('stack') } : undefined}
        />
        {openId !== null && (
          <PledgePanel
            key={openId}
            id={openId}
            onClose={() => setOpenId(null)}
            onChanged={() => setRound((before) => before + 1)}
          />
        )}
      </Box>
    </>
  );
}
