import Box from '@mui/material/Box';
import type { ShownRecord } from '../../shared/api/records.ts';
import type { Kind } from '../../shared/records/kind.ts';
import { showField } from './value.ts';

interface Props {
  readonly kind: Kind;
  readonly record: ShownRecord;
  /** Fields that are said elsewhere on the page. */
  readonly without?: readonly string[];
}

/** Who changed a record last and the like: numbers of people, not for reading. */
const inner: ReadonlySet<string> = new Set(['closed_by']);

/** A record's values in words, in the order of its declaration; fields without a value are left out. */
export function RecordValues({ kind, record, without = [] }: Props) {
  const lines = Object.entries(kind.fields)
    .filter(([name]) => !without.includes(name) && !inner.has(name))
    .map(([name, field]) => ({ name, label: field.label, text: showField(kind, name, record) }))
    .filter(({ text }) => text !== '');
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'minmax(120px, max-content) 1fr',
        columnGap: 4,
        rowGap: 2,
      }}
    >
      {lines.map(({ name, label, text }) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
            {text}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
