import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint({
  cwd: process.cwd(),
  // Types are not asked for here: the rule looks at the imports' names alone, and the files do not exist.
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false, project: false } },
    rules: {},
  },
  ruleFilter: ({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports',
});

async function refused(filePath: string, specifier: string): Promise<boolean> {
  const [result] = await eslint.lintText(`import * as it from '${specifier}';\nexport { it };\n`, {
    filePath,
  });
  const fatal = result?.messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  return (result?.errorCount ?? 0) > 0;
}

test.each([
  ['renderer/app/zone.tsx', '../../electron/gateway.ts'],
  ['renderer/app/zone.tsx', 'electron'],
  ['renderer/app/zone.tsx', 'node:fs'],
  ['renderer/app/zone.tsx', 'better-sqlite3'],
  ['shared/zone.ts', 'node:crypto'],
  ['shared/zone.ts', 'fs'],
  ['shared/records/zone.ts', 'react'],
  ['shared/zone.ts', '@mui/material'],
  ['shared/zone.ts', 'electron'],
  ['shared/zone.ts', '../electron/gateway.ts'],
  ['shared/zone.ts', '../renderer/client.ts'],
  ['electron/zone.ts', '../renderer/client.ts'],
  ['electron/gateway/zone.ts', 'electron'],
  ['electron/gateway.ts', 'electron/main'],
  ['electron/data/zone.ts', 'electron'],
  ['electron/data/records/zone.ts', '../../gateway/tokens.ts'],
  ['electron/data/zone.ts', '../gateway.ts'],
  ['electron/data/zone.ts', '../window.ts'],
])('%s must not import %s', async (file, specifier) => {
  expect(await refused(file, specifier)).toBe(true);
});

test.each([
  ['renderer/app/zone.tsx', '../../shared/api.ts'],
  ['renderer/app/zone.tsx', 'react'],
  ['shared/zone.ts', 'zod'],
  ['electron/zone.ts', 'electron'],
  ['electron/gateway/zone.ts', 'node:crypto'],
  ['electron/data/zone.ts', '../desktop/locations.ts'],
  ['electron/data/zone.ts', 'better-sqlite3'],
  ['electron/data/backup/zone.ts', '../../../shared/failure.ts'],
])('%s may import %s', async (file, specifier) => {
  expect(await refused(file, specifier)).toBe(false);
});
