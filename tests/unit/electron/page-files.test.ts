import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, createPageFiles, fileInside } from '../../../electron/page-files.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'ba-yen-page-')), 'page');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'index.html'), '<meta property="csp-nonce" content="__NONCE__">');
writeFileSync(join(folder, 'assets', 'a.js'), '1');
writeFileSync(join(folder, 'secret.key'), 'key');
writeFileSync(join(folder, '..', 'outside.js'), 'outside');
const once = new Map([['a'.repeat(32), { bytes: Buffer.from('%PDF'), contentType: 'application/pdf' }]]);
const files = createPageFiles({ folder, openOnce: (token) => Promise.resolve(once.get(token)) });
const textOf = (body: Uint8Array) => Buffer.from(body).toString();

test('the page gets its own nonce with every load, the same in header and text', async () => {
  const [first, second] = [await files('GET', '/index.html'), await files('GET', '/')];
  const nonceOf = (body: Uint8Array) => /content="([\w-]{24})"/.exec(textOf(body))?.[1];
  const nonce = nonceOf(first.body);
  expect(nonce).toBeDefined();
  expect(nonceOf(second.body)).not.toBe(nonce);
  expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce ?? ''}'`);
});

test('the policy allows nothing but the own files', () => {
  const policy = contentSecurityPolicy('n');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test.each([
  '/../outside.js',
  '/%2e%2e/outside.js',
  '/assets/..%2f..%2foutside.js',
  '/..\\outside.js',
  '/%5c..%5coutside.js',
  '/assets/%00a.js',
  '/%',
  '/',
  '/etc/passwd',
  '/secret.key',
  '/nothing.js',
])('the address %s gives nothing from outside', async (pathname) => {
  const answer = await files('GET', pathname);
  if (pathname === '/') expect(answer.status).toBe(200);
  else expect(answer).toMatchObject({ status: 404, body: new Uint8Array() });
});

test.each(['POST', 'PUT', 'HEAD', 'DELETE'])('%s is refused', async (method) => {
  expect((await files(method, '/index.html')).status).toBe(405);
});

test('one-time addresses are served by their token only', async () => {
  expect(textOf((await files('GET', `/once/${'a'.repeat(32)}`)).body)).toBe('%PDF');
  expect((await files('GET', `/once/${'b'.repeat(32)}`)).status).toBe(404);
  expect((await files('GET', '/once/../index.html')).status).toBe(404);
});

test('a path is inside its folder or it is none', () => {
  expect(fileInside('/srv/page', '/a.js')).toBe('/srv/page/a.js');
  expect(fileInside('/srv/page', '/../page-secret/a.js')).toBeUndefined();
  expect(fileInside('/srv/page', '/')).toBeUndefined();
});
