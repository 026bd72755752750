import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ba-yen-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const documentBytes = 5_000_000;
const mebibyte = 1024 * 1024;
const pageBytes = 100_000;

/** So many bytes written, or what else was done with a file. */
type Call = number | 'synced' | 'renamed';

/** What the system was asked to do with a file, in order. */
function callsOn(trace: string, part: string): Call[] {
  return trace.split('\n').flatMap((call): Call[] => {
    if (!call.includes(part)) return [];
    if (/\bf(data)?sync\(/.test(call)) return ['synced'];
    if (/\brename\w*\(/.test(call)) return ['renamed'];
    const [, written] = /\bp?write(?:v|64)?\(.* = (\d+)$/.exec(call) ?? [];
    return written === undefined ? [] : [Number(written)];
  });
}

test('a large document goes to the disk by the megabyte, and is there before it gets its name', () => {
  const trace = join(folder, 'trace.txt');
  const paths = ['made.pdf.part', 'saved.pdf.part'].flatMap((name) => ['-P', join(folder, name)]);
  const filter = 'trace=write,writev,pwrite64,fdatasync,fsync,rename,renameat,renameat2';
  const child = [process.execPath, '--no-warnings', resolve('tests/crash/document-child.ts'), folder];
  const run = spawnSync('strace', ['-f', '-y', ...paths, '-e', filter, '-o', trace, ...child], {
    encoding: 'utf8',
  });
  if (run.error) throw new Error('strace is missing: apt-get install strace');
  expect(run.status).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['made.pdf', 'saved.pdf', 'trace.txt']);
  for (const part of ['made.pdf.part', 'saved.pdf.part']) {
    const calls = callsOn(readFileSync(trace, 'utf8'), part);
    let waiting = 0;
    let written = 0;
    for (const call of calls) {
      if (call === 'renamed') expect(waiting).toBe(0);
      if (call === 'synced') waiting = 0;
      if (typeof call !== 'number') continue;
      written += call;
      waiting += call;
      expect(waiting).toBeLessThan(mebibyte + pageBytes);
    }
    expect(written, part).toBe(documentBytes);
    expect(calls.at(-1)).toBe('renamed');
  }
});
