import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { notYetReasons } from '../../../shared/records/pledge.ts';
import { formatBirth } from '../../../shared/vietnamese/birth.ts';
import { formatNumber, percent } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { useNavigate } from '../../app/navigation.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { FigureLink } from '../../components/figure-link.tsx';
import { useRows } from '../../components/use-rows.ts';
import { askFor } from '../pledges/asked.ts';
import type { CoverageVillage } from './coverage-figures.ts';

interface Props {
  readonly campaign: { readonly id: number; readonly name: string };
  readonly village: CoverageVillage;
  readonly onClose: () => void;
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  /** Opens the records behind it. */
  readonly onOpen?: () => void;
}

function FigureLine({ label, value, onOpen }: FigureProps) {
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 4 }}>
      <span>{label}</span>
      <Box component="span" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
        {onOpen ? <FigureLink onOpen={onOpen}>{value}</FigureLink> : value}
      </Box>
    </Box>
  );
}

/** Beside the table: the village's figures and the households that have not signed. */
export function MissingPanel({ campaign, village, onClose }: Props) {
  const navigate = useNavigate();
  const { value, failure } = useCall('coverage.missing', {
    campaign_id: campaign.id,
    village_id: village.village_id,
  });
  const named = { id: village.village_id, name: village.name };
  const openHouseholds = () => navigate('households', { village_id: named.id, village: named.name });
  const scroller = useRef<HTMLDivElement>(null);
  const rows = value ?? [];
  const virtual = useRows({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    overscan: 8,
  });
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-label={`Hộ chưa ký, ${village.name}`}
      sx={{ width: 340, flex: 'none', display: 'flex', flexDirection: 'column', minHeight: 0 }}
    >
      <Box sx={{ p: 4, borderBottom: 1, borderColor: 'divider' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', mb: 2 }}>
          <Typography variant="h2" noWrap sx={{ flex: 1 }}>
            {village.name}
          </Typography>
          <Button size="small" variant="outlined" onClick={onClose}>
            Đóng
          </Button>
        </Box>
        <FigureLine
          label="Xã khai"
          value={village.declared === null ? 'chưa có' : formatNumber(village.declared)}
        />
        <FigureLine label="Đã biết" value={formatNumber(village.entered)} onOpen={openHouseholds} />
        <FigureLine
          label="Có tờ"
          value={formatNumber(village.forms)}
          onOpen={() => navigate('pledges', askFor({ campaign, village: named }))}
        />
        <FigureLine
          label="Đã ký"
          value={`${formatNumber(village.signed)} (${percent(village.signed, village.entered)} số hộ đã biết)`}
          onOpen={() => navigate('pledges', askFor({ campaign, village: named, signed: true }))}
        />
        {village.declared !== null && village.declared > 0 && (
          <FigureLine label="Đã ký trên số xã khai" value={percent(village.signed, village.declared)} />
        )}
        {village.bulk > 0 && (
          <FigureLine
            label="Đánh dấu hàng loạt"
            value={`${formatNumber(village.bulk)} (${percent(village.bulk, village.signed)})`}
          />
        )}
      </Box>
      <FailureNotice failure={failure} />
      {value && (
        <Typography sx={{ px: 4, py: 2, fontWeight: 600 }}>
          {rows.length === 0 ? 'Mọi hộ đã biết đều đã ký.' : `${formatNumber(rows.length)} hộ chưa ký`}
        </Typography>
      )}
      <Box ref={scroller} sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        <Box
          component="ul"
          sx={{ position: 'relative', m: 0, p: 0, listStyle: 'none', height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index];
            if (!row) return null;
            const state =
              row.pledge_id === null ? 'chưa có tờ' : row.reason ? notYetReasons[row.reason] : 'chưa ký';
            return (
              <Box
                component="li"
                key={row.household_id}
                sx={{ position: 'absolute', insetInline: 0, height: size }}
                style={{ transform: `translateY(${start}px)` }}
              >
                <ButtonBase
                  onClick={() => navigate('households', { id: row.household_id })}
                  sx={{
                    width: '100%',
                    height: '100%',
                    px: 4,
                    flexDirection: 'column',
                    alignItems: 'stretch',
                    justifyContent: 'center',
                    textAlign: 'left',
                    font: 'inherit',
                    borderTop: 1,
                    borderColor: 'divider',
                    '&:hover': { bgcolor: 'soft' },
                  }}
                >
                  <Typography noWrap sx={{ fontWeight: 500 }}>
                    {row.head_name}
                  </Typography>
                  <Typography variant="body2" color="textSecondary" noWrap>
                    {formatBirth(row.birth)} · {row.member_count} khẩu · {state}
                  </Typography>
                </ButtonBase>
              </Box>
            );
          })}
        </Box>
      </Box>
    </Paper>
  );
}
