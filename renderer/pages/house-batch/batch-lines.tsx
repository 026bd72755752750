import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { useRef } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { houseSteps, type HouseStep } from '../../../shared/records/house-step.ts';
import { stepAfter } from '../../../shared/records/house-flow.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useRows } from '../../components/use-rows.ts';
import { dateInWords } from '../../components/words.ts';

type HouseLine = CallOutput<'houses.of_commune'>[number];

interface Props {
  readonly houses: readonly HouseLine[];
  readonly step: HouseStep;
  readonly turned: ReadonlySet<number>;
  readonly onTurn: (id: number) => void;
  readonly onAll: (turned: ReadonlySet<number>) => void;
}

const lineHeight = 36;

/** Whether a house is ticked by itself: it stands right before the step. */
export const usuallyMoved = (house: HouseLine, step: HouseStep): boolean => stepAfter(house.step) === step;

/** The houses of a commune that have not taken a step, each with its box; of any number. */
export function BatchLines({ houses, step, turned, onTurn, onAll }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useRows({
    count: houses.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  });
  const ticked = (house: HouseLine) => usuallyMoved(house, step) !== turned.has(house.house_id);
  const count = houses.filter(ticked).length;
  const mark = (all: boolean) =>
    onAll(new Set(houses.filter((one) => usuallyMoved(one, step) !== all).map(({ house_id }) => house_id)));
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <Box role="status" sx={{ flex: 1, fontWeight: 600 }}>
          {formatNumber(count)}/{formatNumber(houses.length)} nhà được đánh dấu
        </Box>
        <Button size="small" onClick={() => mark(true)}>
          Đánh dấu hết
        </Button>
        <Button size="small" onClick={() => mark(false)}>
          Bỏ dấu hết
        </Button>
      </Box>
      <Box
        ref={scroller}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}
        role="group"
        aria-label="Nhà của xã"
      >
        <Box sx={{ height: lines.getTotalSize(), position: 'relative' }}>
          {lines.getVirtualItems().map(({ index, start }) => {
            const house = houses[index];
            if (!house) return null;
            return (
              <Box
                key={house.house_id}
                component="label"
                sx={{
                  position: 'absolute',
                  top: start,
                  left: 0,
                  right: 0,
                  height: lineHeight,
                  display: 'grid',
                  gridTemplateColumns: '42px minmax(0, 1fr) minmax(0, 1fr) 270px',
                  alignItems: 'center',
                  gap: 2,
                }}
              >
                <Checkbox checked={ticked(house)} onChange={() => onTurn(house.house_id)} />
                <Box sx={{ whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}>
                  {house.name}
                </Box>
                <Box sx={{ whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}>
                  {house.village}
                </Box>
                <Box sx={{ color: house.late ? 'warning.main' : 'text.secondary', whiteSpace: 'nowrap' }}>
                  {houseSteps[house.step]} {dateInWords(house.step_on)}
                  {house.late && ' – chậm'}
                </Box>
              </Box>
            );
          })}
        </Box>
      </Box>
    </>
  );
}
