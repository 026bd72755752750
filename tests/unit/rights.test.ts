import { expect, test } from 'vitest';
import { recordCalls } from '../../shared/api/records.ts';
import { kindNames, kindOf } from '../../shared/records/index.ts';
import { may, rights, roles, type Right } from '../../shared/rights.ts';

test('whoever may write a kind may also make the calls that write it', () => {
  for (const name of kindNames) {
    const { writeRight = 'records.write', ownCalls } = kindOf(name);
    if (ownCalls) continue;
    for (const role of roles.filter((one) => may(one, writeRight)))
      for (const call of ['records.create', 'records.update'] as const)
        expect(may(role, recordCalls[call].access as Right), `${role}: ${call} of ${name}`).toBe(true);
  }
});

test('a commander reads, approves and unlocks, and writes nothing', () => {
  const held = (Object.keys(rights) as Right[]).filter((right) => may('commander', right));
  expect(held).toEqual([
    'records.read',
    'campaign.close',
    'campaign.reopen',
    'fund.reopen',
    'documents.make',
    'documents.internal',
    'opinions.answer',
    'backup.make',
    'audit.read',
  ]);
});
