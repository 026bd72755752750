import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import type { Linter } from 'eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Imports that a part of the program may not have: pattern of the specifier and why. */
const forbid = (...patterns: { regex: string; message: string }[]): Linter.RulesRecord => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
});

const system = {
  regex: '^(node:|electron($|/)|better-sqlite3|fs$|path$|os$|child_process$|crypto$)',
  message: 'This part runs anywhere: no Node, no Electron, no database.',
};
const react = { regex: '^(react|react-dom|@mui|@emotion)($|/)', message: 'shared/ knows no screen.' };
const mainSide = {
  regex: '(^|/)electron/',
  message: 'The page knows the contract in shared/, not the main side.',
};
const page = {
  regex: '(^|/)renderer/',
  message: 'Imports point from the page to shared/, never to the page.',
};
const electronItself = {
  regex: '^electron($|/)',
  message: 'The gateway and the data process run without Electron.',
};
const aroundData = {
  regex: '^(\\.\\./)+(gateway|gateway/.*|main|window|protocol|preload|data-process|page-files)(\\.ts)?$',
  message: 'The data process knows neither the gateway nor the window.',
};

export default defineConfig(
  globalIgnores(['dist/', 'release/', 'demo-out/', 'test-results/', 'node_modules/', '**/*.cjs']),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
      'max-lines': ['error', { max: 500 }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Promises given to React's handlers end in `void` where nobody waits for them.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ['renderer/**'], ...reactHooks.configs.flat.recommended },
  { files: ['renderer/**'], rules: forbid(system, mainSide) },
  {
    files: ['renderer/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "JSXOpeningElement[name.name='Typography'] > JSXAttribute[name.name='color'] Literal[value=/\\./]",
          message: "MUI leaves such a colour out without a word: write 'textSecondary', 'error', 'warning' …",
        },
      ],
    },
  },
  { files: ['shared/**'], rules: forbid(system, react, mainSide, page) },
  { files: ['electron/**'], rules: forbid(page) },
  { files: ['electron/gateway.ts', 'electron/gateway/**'], rules: forbid(page, electronItself) },
  { files: ['electron/data/**'], rules: forbid(page, electronItself, aroundData) },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**'],
    rules: {
      // Matchers such as expect.any() and JSON read back are untyped by nature; what they hold is what is tested.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
