import { expect, it } from 'vitest';
import { kindNames, kindOf } from '../../../shared/records/index.ts';

it('an option that means another thing is one of its field, and a text of the same kind says which', () => {
  const spelled = kindNames.flatMap((kind) =>
    Object.entries(kindOf(kind).fields).flatMap(([name, field]) =>
      field.type === 'choice' && field.spelled
        ? [{ kind, name, options: field.options, ...field.spelled }]
        : [],
    ),
  );
  expect(spelled.map(({ kind, name }) => `${kind}.${name}`)).toEqual([
    'advisory_document.addressee',
    'opinion.about',
  ]);
  for (const { kind, options, option, by } of spelled) {
    expect(Object.keys(options)).toContain(option);
    expect(kindOf(kind).fields[by]).toMatchObject({ type: 'text' });
  }
});
