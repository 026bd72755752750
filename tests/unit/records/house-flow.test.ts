import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  furthest,
  isLate,
  missingHard,
  refusedHouseStep,
  stepAfter,
  stepsInOrder,
  type TakenHouseStep,
} from '../../../shared/records/house-flow.ts';
import { houseSteps, type HouseStep } from '../../../shared/records/house-step.ts';
import { labourOf } from '../../../shared/records/labour-turn.ts';
import { thousandths } from '../../../shared/vietnamese/quantity.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';

const day = (number: number) => addDays('2024-01-01', number);
/** Some of the steps with a day each, in any order of entering. */
const entries = fc
  .subarray(stepsInOrder, { minLength: 1 })
  .chain((steps) =>
    fc.tuple(
      fc.shuffledSubarray(steps, { minLength: steps.length }),
      fc.array(fc.nat(12), { minLength: steps.length, maxLength: steps.length }),
    ),
  )
  .map(([steps, days]) => steps.map((step, index) => ({ step, step_on: day(days[index] ?? 0) })));

/** Enters steps one after the other; what is refused is left out. */
function enter(steps: readonly TakenHouseStep[]): { taken: TakenHouseStep[]; refused: TakenHouseStep[] } {
  const taken: TakenHouseStep[] = [];
  const refused: TakenHouseStep[] = [];
  for (const one of steps)
    (refusedHouseStep(taken, one.step, one.step_on) === null ? taken : refused).push(one);
  return { taken, refused };
}

/** The rule as the domain says it, written apart from the program's: in the order of the steps, days never fall. */
function inOrder(steps: readonly TakenHouseStep[]): boolean {
  const days = stepsInOrder.flatMap((name) =>
    steps.filter(({ step }) => step === name).map((one) => one.step_on),
  );
  return days.every((one, index) => index === 0 || (days[index - 1] ?? '') <= one);
}

describe('steps of a house', () => {
  test('in whatever order they are entered, all are taken exactly where their days keep the order', () => {
    fc.assert(
      fc.property(entries, (steps) => {
        // A hand-over is entered behind its acceptance; that rule has a test of its own.
        const ready = [...steps].sort(
          (a, b) => Number(a.step === 'handed_over') - Number(b.step === 'handed_over'),
        );
        const accepted = steps.some(({ step }) => step === 'accepted');
        const handed = steps.some(({ step }) => step === 'handed_over');
        expect(enter(ready).refused.length === 0).toBe(inOrder(steps) && (accepted || !handed));
      }),
      { numRuns: 2000 },
    );
  });

  test('what was taken always keeps the order, each step once, and is handed over only when accepted', () => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 4 }), (several) => {
        const { taken } = enter(several.flat());
        expect(inOrder(taken)).toBe(true);
        expect(new Set(taken.map(({ step }) => step)).size).toBe(taken.length);
        const names = taken.map(({ step }) => step);
        if (names.includes('handed_over')) expect(names).toContain('accepted');
      }),
      { numRuns: 1000 },
    );
  });

  test('days that rise with the steps are taken in any order of entering', () => {
    const rising = fc.shuffledSubarray(
      stepsInOrder.filter((step) => step !== 'handed_over'),
      { minLength: stepsInOrder.length - 1 },
    );
    fc.assert(
      fc.property(rising, (order) => {
        const steps = order.map((step) => ({ step, step_on: day(stepsInOrder.indexOf(step)) }));
        expect(enter(steps).refused).toEqual([]);
        expect(furthest(steps)?.step).toBe('accepted');
      }),
    );
  });

  test('every refusal says why in Vietnamese and names the step that stands in the way', () => {
    const taken = [
      { step: 'approved', step_on: day(5) },
      { step: 'roof', step_on: day(20) },
    ] as const;
    expect(refusedHouseStep(taken, 'roof', day(21))).toContain('Đã ghi bước "lợp mái"');
    expect(refusedHouseStep(taken, 'surveyed', day(4))).toContain('Bước "phê duyệt" là ngày 06/01/2024');
    expect(refusedHouseStep(taken, 'foundation', day(21))).toContain('Bước "lợp mái" là ngày 21/01/2024');
    expect(refusedHouseStep(taken, 'handed_over', day(30))).toBe('Chưa nghiệm thu thì không bàn giao được.');
    expect(refusedHouseStep(taken, 'foundation', day(20))).toBeNull();
  });

  test('the furthest step is the one of the highest place, whatever its day and when it was entered', () => {
    fc.assert(
      fc.property(entries, (steps) => {
        const highest = Math.max(...steps.map(({ step }) => stepsInOrder.indexOf(step)));
        expect(furthest(steps)?.step).toBe(stepsInOrder[highest]);
      }),
    );
    expect(furthest([])).toBeNull();
    expect(stepAfter('handed_over')).toBeNull();
    expect(stepAfter('roof')).toBe('finished');
    expect(stepsInOrder).toHaveLength(11);
  });
});

test('"3 cứng" names what is missing, and nothing where all three are there', () => {
  const all = { hard_foundation: true, hard_frame: true, hard_roof: true };
  expect(missingHard(all)).toBeNull();
  expect(missingHard({ ...all, hard_frame: false })).toBe('Chưa đạt "3 cứng": khung, tường cứng.');
  expect(missingHard({ ...all, hard_foundation: false, hard_roof: false })).toBe(
    'Chưa đạt "3 cứng": nền cứng; mái cứng.',
  );
});

test('a house is late behind its day until it is handed over', () => {
  for (const step of Object.keys(houseSteps) as HouseStep[]) {
    expect(isLate({ step, due_on: day(9) }, day(10))).toBe(step !== 'handed_over');
    expect(isLate({ step, due_on: day(10) }, day(10))).toBe(false);
  }
});

describe('labour', () => {
  test.each([
    [5, 1, 5, 5],
    [5, 0.5, 5, 2.5],
    [5, 2.5, 15, 12.5],
    [12, 3, 36, 36],
    [1, 0.001, 1, 0.001],
  ])('%i people for %d days are %i turns and %d person-days', (people, days, turns, person_days) => {
    expect(labourOf(people, days * thousandths)).toEqual({ turns, person_days: person_days * thousandths });
  });

  test('person-days never exceed turns, and reach them where only whole days were worked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 366_000 }),
        (people, days) => {
          const { turns, person_days } = labourOf(people, days);
          expect(Number.isSafeInteger(person_days)).toBe(true);
          expect(person_days).toBeLessThanOrEqual(turns * thousandths);
          expect(turns * thousandths - person_days).toBeLessThan(people * thousandths);
          expect(person_days === turns * thousandths).toBe(days % thousandths === 0);
        },
      ),
    );
  });
});
