import type { Office } from '../office/office.ts';

/** The verified backup that a migration wants beforehand. */
export function backUpBeforeMigration(
  _office: Office,
  _key: Buffer,
): (schemaVersion: number) => Promise<void> {
  return () => Promise.resolve();
}
