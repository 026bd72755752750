import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Unit } from '../../../shared/api/units.ts';

interface Props {
  readonly title: string;
  readonly units: readonly Unit[];
  readonly selected: number | null;
  readonly onSelect: (id: number) => void;
  /** Enter on the chosen unit. */
  readonly onEnter?: () => void;
  /** What stands at the right end of a unit's line. */
  readonly mark?: (unit: Unit) => ReactNode;
  readonly empty: string;
  readonly width: number;
  readonly foot?: ReactNode;
}

/** A column of units: arrows choose, Enter goes on. */
export function UnitColumn(props: Props) {
  const { title, units, selected, onSelect, onEnter, mark, empty, width, foot } = props;
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    document.getElementById(`${id}-${selected ?? ''}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, selected]);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = units.findIndex((unit) => unit.id === selected);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: units.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      const unit = units[Math.max(0, Math.min(units.length - 1, to))];
      if (unit) onSelect(unit.id);
    } else if (event.key === 'Enter') onEnter?.();
    else return;
    event.preventDefault();
  };
  return (
    <Box
      sx={{
        width,
        flex: 'none',
        minHeight: 0,
        display: 'flex',
        flexDirection: 'column',
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
        overflow: 'hidden',
      }}
    >
      <Typography
        id={id}
        variant="h3"
        component="h2"
        sx={{ px: 3, py: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {title}
      </Typography>
      {units.length === 0 ? (
        <Typography color="textSecondary" sx={{ p: 3 }}>
          {empty}
        </Typography>
      ) : (
        <Box
          component="ul"
          ref={list}
          role="listbox"
          aria-labelledby={id}
          tabIndex={0}
          aria-activedescendant={selected === null ? undefined : `${id}-${selected}`}
          onKeyDown={onKeyDown}
          sx={{ flex: 1, minHeight: 0, overflowY: 'auto', listStyle: 'none', m: 0, p: 0 }}
        >
          {units.map((unit) => (
            <Box
              component="li"
              key={unit.id}
              id={`${id}-${unit.id}`}
              role="option"
              aria-selected={unit.id === selected}
              onClick={() => onSelect(unit.id)}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 2,
                minHeight: 36,
                px: 3,
                py: 1,
                cursor: 'pointer',
                bgcolor: unit.id === selected ? 'soft' : undefined,
                fontWeight: unit.id === selected ? 600 : 400,
              }}
            >
              <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                {unit.name}
              </Box>
              {mark?.(unit)}
            </Box>
          ))}
        </Box>
      )}
      {foot && <Box sx={{ px: 3, py: 2, borderTop: 1, borderColor: 'divider' }}>{foot}</Box>}
    </Box>
  );
}
