import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropStaged, finishBrokenSwap, stagedFile, swapIn } from '../../../electron/data/database/swap.ts';
import { watchingDisk, type DiskCall } from '../../crash/watched-disk.ts';
import { failureOf, scratch } from '../office/new-office.ts';

let place: ReturnType<typeof scratch>;
let file: (name: string) => string;
beforeEach(() => {
  place = scratch();
  file = (name) => join(place.folder, name);
  writeFileSync(file('ba-yen.db'), 'old database');
  writeFileSync(file('keys.json'), 'old keys');
  writeFileSync(stagedFile(place.folder, 'ba-yen.db'), 'new database');
  writeFileSync(stagedFile(place.folder, 'keys.json'), 'new keys');
});
afterEach(() => place.clear());

const contents = () => [readFileSync(file('ba-yen.db'), 'utf8'), readFileSync(file('keys.json'), 'utf8')];

/** A name that cannot be renamed onto, as when another program holds the file. */
function hold(name: string): void {
  rmSync(file(name));
  mkdirSync(join(file(name), 'held'), { recursive: true });
}

test('both files change, and nothing of the change is left', () => {
  swapIn(place.folder);
  expect(contents()).toEqual(['new database', 'new keys']);
  expect(existsSync(file('thay-doi.json'))).toBe(false);
});

test('keys that cannot be put in place stay prepared beside the new database, whoever tidies up', () => {
  hold('keys.json');
  expect(() => swapIn(place.folder)).toThrow();
  expect(readFileSync(file('ba-yen.db'), 'utf8')).toBe('new database');
  // What the failed job does behind itself, and what the next one does first.
  dropStaged(place.folder);
  dropStaged(place.folder);
  rmSync(file('keys.json'), { recursive: true });
  finishBrokenSwap(place.folder);
  expect(contents()).toEqual(['new database', 'new keys']);
});

test('where not even the database could be put in place, the office is as it was, with the log of its last saves', () => {
  writeFileSync(file('ba-yen.db-wal'), 'saves that are not in the database yet');
  hold('ba-yen.db');
  expect(() => swapIn(place.folder)).toThrow();
  dropStaged(place.folder);
  finishBrokenSwap(place.folder);
  expect(readFileSync(file('keys.json'), 'utf8')).toBe('old keys');
  expect(existsSync(stagedFile(place.folder, 'keys.json'))).toBe(false);
  expect(readFileSync(file('ba-yen.db-wal'), 'utf8')).toBe('saves that are not in the database yet');
});

test('a decision that was taken back does not come back with a power cut: later saves would go with it', async () => {
  hold('ba-yen.db');
  const calls: DiskCall[] = [];
  const note = (call: DiskCall) => calls.push(call);
  const swap = () => Promise.resolve().then(() => swapIn(place.folder));
  await watchingDisk(note, () => expect(swap()).rejects.toThrow());
  expect(existsSync(file('thay-doi.json'))).toBe(false);
  expect(calls.slice(-3)).toEqual([
    { name: 'rmSync', path: file('thay-doi.json') },
    { name: 'openSync', path: place.folder },
    { name: 'fsyncSync', path: place.folder },
  ]);
});

test('the log of the database that went is never beside the one that came', () => {
  writeFileSync(file('ba-yen.db-wal'), 'of the old database');
  hold('keys.json');
  expect(() => swapIn(place.folder)).toThrow();
  expect(existsSync(file('ba-yen.db-wal'))).toBe(false);
});

test('new keys never come alone', async () => {
  rmSync(stagedFile(place.folder, 'ba-yen.db'));
  expect((await failureOf(() => swapIn(place.folder))).code).toBe('conflict');
  finishBrokenSwap(place.folder);
  expect(contents()).toEqual(['old database', 'old keys']);
});
