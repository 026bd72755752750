import type { ShownRecord } from '../../../shared/api/records.ts';
import { fail } from '../../../shared/failure.ts';
import type { Field } from '../../../shared/records/field.ts';
import { kindOf } from '../../../shared/records/index.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { isCount, showNamed } from '../../../shared/records/words.ts';
import { birthPrecision } from '../../../shared/vietnamese/birth.ts';
import { thousandths } from '../../../shared/vietnamese/quantity.ts';
import { writeDocument } from '../documents/write-document.ts';
import type { Task } from '../jobs/task.ts';
import { fieldsOf, onList, valueIn, type LeavingField, type ListJob } from './list-source.ts';
import { looks, serialDay, serialMoment, type Cell } from './xlsx/cells.ts';
import { makeWorkbook, type SheetColumn } from './xlsx/workbook.ts';

/** A list that is to be a spreadsheet. */
export interface XlsxJob extends ListJob {
  readonly path: string;
  readonly title: string;
  /** What the second sheet tells about it. */
  readonly about: readonly (readonly [string, string])[];
}

/** Width in px of a field that the list on the screen has no column for. */
const usualWidth: Readonly<Record<Field['type'], number>> = {
  text: 220,
  date: 100,
  moment: 140,
  birth: 100,
  integer: 90,
  money: 130,
  quantity: 100,
  choice: 130,
  flag: 80,
  unit: 160,
  reference: 180,
  units: 260,
  references: 260,
};
/** A character of the sheet's type is about that many px wide. */
const characterWidth = 8;
const number = { label: 'STT', width: 7 } as const;
const voidedColumn = { label: 'Đã hủy vì', width: 30 } as const;
const progressEvery = 500;

function columnOf({ field }: LeavingField): SheetColumn {
  const width = (field.column ?? usualWidth[field.type]) / characterWidth;
  return { label: field.label, width: Math.round(Math.max(width, 8)) };
}

/** A day as a date that can be reckoned with; where spreadsheets do not know it, as text. */
function dayCell(date: string, words: string): Cell {
  const serial = serialDay(date);
  return serial === null ? { text: words } : { number: serial, look: looks.date };
}

function numberCell(name: string, field: Field, value: number): Cell {
  return { number: value, look: isCount(name, field) ? looks.count : looks.number };
}

/** A value as a cell: days and numbers as such, everything else in words. A birth known by its year stays a year. */
export function cellOf(
  { name, field }: LeavingField,
  kind: XlsxJob['kind'],
  value: StoredValue,
  target?: string,
): Cell {
  if (value === null || value === '') return null;
  const words = showNamed(kindOf(kind), name, value, target);
  if (field.type === 'date') return dayCell(String(value), words);
  if (field.type === 'birth')
    return birthPrecision(String(value)) === 'year'
      ? { number: Number(value), look: looks.number }
      : dayCell(String(value), words);
  if (field.type === 'moment') {
    const serial = serialMoment(String(value));
    return serial === null ? { text: words } : { number: serial, look: looks.moment };
  }
  if (field.type === 'quantity' && typeof value === 'number')
    return { number: value / thousandths, look: looks.number };
  if ((field.type === 'integer' || field.type === 'money') && typeof value === 'number')
    return numberCell(name, field, value);
  return { text: words };
}

function* rowsOf(
  job: XlsxJob,
  fields: readonly LeavingField[],
  records: Iterable<ShownRecord>,
  voided: boolean,
) {
  let row = 0;
  for (const record of records) {
    row += 1;
    const cells: Cell[] = fields.map((field) =>
      cellOf(field, job.kind, valueIn(record, field.name), record.names[field.name]),
    );
    if (voided) cells.push(record.voided_at === null ? null : { text: record.void_reason ?? 'đã hủy' });
    yield [{ number: row, look: looks.number }, ...cells];
  }
}

/** A list as a spreadsheet, in the worker: from one state of the database, row by row into the file. */
export const xlsxTask: Task<XlsxJob, { rows: number }> = (job, context) =>
  onList(job, context, ({ total, records }) => {
    if (total === 0) fail('invalid', 'Danh sách đang trống, không có gì để xuất.');
    const fields = fieldsOf(job);
    const voided = job.filter.voided !== 'without';
    const columns = [number, ...fields.map(columnOf), ...(voided ? [voidedColumn] : [])];
    const rows = rowsOf(job, fields, records(), voided);
    const tell = (done: number) => {
      if (done % progressEvery === 0 || done === total) context.progress('Đang xuất ra Excel', done, total);
    };
    const { title, about } = job;
    return writeDocument(job.path, (sink) => makeWorkbook({ title, columns, rows, about }, sink, tell));
  });
