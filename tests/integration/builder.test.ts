import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform, type Configuration } from 'electron-builder';
import { afterAll, beforeAll, expect, test } from 'vitest';

// electron-builder's own parts, as it finds them itself.
const fromHere = createRequire(import.meta.url);
const fromBuilder = createRequire(
  createRequire(fromHere.resolve('electron-builder')).resolve('app-builder-lib'),
);
const { load } = fromBuilder('js-yaml') as { load: (text: string) => Configuration };
const { listPackage } = fromBuilder('@electron/asar') as { listPackage: (file: string) => string[] };
const { validateSchema } = fromBuilder('./util/config/schemaValidator') as {
  validateSchema: (schema: object, data: object) => void;
};
const schema = fromBuilder('../scheme.json') as object;

const configuration = load(readFileSync('electron-builder.yml', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'ba-yen-pack-'));
const resources = join(folder, 'release', 'win-unpacked', 'resources');
let packed: ReadonlySet<string>;

/** A Windows program to stand in for electron.exe: without its signature, with fuses as Electron has them. */
function standIn(): Buffer {
  const exe = readFileSync('node_modules/pdf-to-printer/dist/SumatraPDF-3.4.6-32.exe');
  const optionalHeader = exe.readUInt32LE(0x3c) + 24;
  const wide = exe.readUInt16LE(optionalHeader) === 0x20b;
  exe.fill(0, optionalHeader + (wide ? 112 : 96) + 4 * 8, optionalHeader + (wide ? 112 : 96) + 5 * 8);
  const fuseWire = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  return Buffer.concat([exe, fuseWire, Buffer.from([1, 8]), Buffer.from('10111001'), Buffer.alloc(64)]);
}

beforeAll(async () => {
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'locales'), { recursive: true });
  for (const language of ['vi', 'en-US', 'fr'])
    writeFileSync(join(electron, 'locales', `${language}.pak`), '');
  writeFileSync(join(electron, 'electron.exe'), standIn());
  await build({
    projectDir: process.cwd(),
    targets: Platform.WINDOWS.createTarget('dir'),
    publish: 'never',
    config: {
      ...configuration,
      electronDist: electron,
      directories: { ...configuration.directories, output: join(folder, 'release') },
      win: { ...configuration.win, target: 'dir', signAndEditExecutable: false },
    },
  });
  packed = new Set(listPackage(join(resources, 'app.asar')).map((path) => path.replaceAll('\\', '/')));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the configuration is one by electron-builder’s own schema, which refuses what it does not know', () => {
  expect(() => validateSchema(schema, structuredClone(configuration))).not.toThrow();
  expect(() => validateSchema(schema, { ...configuration, afterPak: 'x' })).toThrow(/afterPak/);
});

test('the installer is for the whole machine and never removes records', () => {
  expect(configuration.nsis).toMatchObject({ perMachine: true, deleteAppDataOnUninstall: false });
  expect(configuration.npmRebuild).toBe(false);
});

test.each(['main.cjs', 'preload.cjs', 'data.cjs', 'worker.cjs'])('all that %s needs is packed', (bundle) => {
  expect(packed).toContain(`/dist/${bundle}`);
  const text = readFileSync(join('dist', bundle), 'utf8');
  const names = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? '');
  const packages = new Set(names.filter((name) => !isBuiltin(name) && name !== 'electron'));
  for (const name of packages) {
    expect(name).not.toMatch(/^\./);
    expect(packed).toContain(`/node_modules/${name}/package.json`);
  }
  if (bundle === 'preload.cjs') expect(names).toEqual(['electron']);
});

test('the data process starts without what only its worker thread needs', () => {
  const holdsDrawing = (bundle: string) => readFileSync(join('dist', bundle), 'utf8').includes('PDFDocument');
  expect(['data.cjs', 'worker.cjs'].map(holdsDrawing)).toEqual([false, true]);
});

test('the page, the catalogue, the fonts and the icon are packed', () => {
  expect(packed).toContain('/dist/page/index.html');
  const html = readFileSync('dist/page/index.html', 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file ?? '');
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(packed).toContain(`/dist/page/${file}`);
  expect(packed).toContain('/resources/units.json');
  expect(packed).toContain('/resources/icons/icon.png');
});

test.each([
  'dist/data.cjs',
  'dist/worker.cjs',
  'dist/fonts/Tinos_400Regular.ttf',
  'dist/fonts/Tinos_700Bold.ttf',
  'resources/units.json',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/better-sqlite3/prebuilds/win32-x64.node',
  'node_modules/pdf-to-printer/dist/SumatraPDF-3.4.6-32.exe',
])('%s lies outside the archive, where other processes can open it', (file) => {
  expect(existsSync(join(resources, 'app.asar.unpacked', file))).toBe(true);
});

test('nothing is packed that belongs to the making of the program', () => {
  const foreign = [...packed].filter((path) =>
    /^\/(tests|scripts|renderer|electron|shared|\.ci)\/|\/\.hashes|\/prebuilds\/(linux|darwin)/.test(path),
  );
  expect(foreign).toEqual([]);
});

test('only the languages that are wanted are packed', () => {
  const languages = ['vi', 'en-US', 'fr'].filter((name) =>
    existsSync(join(resources, '..', 'locales', `${name}.pak`)),
  );
  expect(languages).toEqual(['vi', 'en-US']);
});

test('the fuses are set in the packed program', async () => {
  const wire = await getCurrentFuseWire(join(folder, 'release', 'win-unpacked', 'Ba Yên.exe'));
  const on = '1'.charCodeAt(0);
  const off = '0'.charCodeAt(0);
  expect(wire).toMatchObject({
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  });
});
