import { formatDate, type IsoDate } from '../vietnamese/dates.ts';
import { houseSteps, type HouseStep } from './house-step.ts';

/** Every step, from the first to the last. */
export const stepsInOrder = Object.keys(houseSteps) as HouseStep[];

/** How far along the way a step is, from 0. */
export const placeOf = (step: HouseStep): number => stepsInOrder.indexOf(step);

/** The step behind another one; null behind the last. */
export const stepAfter = (step: HouseStep): HouseStep | null => stepsInOrder[placeOf(step) + 1] ?? null;

/** A step that a house has taken. */
export interface TakenHouseStep {
  readonly step: HouseStep;
  readonly step_on: IsoDate;
}

/** The furthest of some steps; null for none. */
export function furthest<S extends TakenHouseStep>(taken: readonly S[]): S | null {
  return taken.reduce<S | null>(
    (far, one) => (far === null || placeOf(one.step) > placeOf(far.step) ? one : far),
    null,
  );
}

/**
 * Why a house cannot take a step on that day, in Vietnamese; null where it can. Steps may be left out, but each is
 * taken once, their days keep their order, and a house is handed over only after its acceptance.
 */
export function refusedHouseStep(
  taken: readonly TakenHouseStep[],
  step: HouseStep,
  day: IsoDate,
): string | null {
  if (taken.some((one) => one.step === step)) return `Đã ghi bước "${houseSteps[step]}" rồi.`;
  if (step === 'handed_over' && !taken.some((one) => one.step === 'accepted'))
    return 'Chưa nghiệm thu thì không bàn giao được.';
  const place = placeOf(step);
  const early = taken.find((one) => placeOf(one.step) < place && one.step_on > day);
  if (early)
    return `Bước "${houseSteps[early.step]}" là ngày ${formatDate(early.step_on)}; bước này không thể ở trước.`;
  const late = taken.find((one) => placeOf(one.step) > place && one.step_on < day);
  if (late)
    return `Bước "${houseSteps[late.step]}" là ngày ${formatDate(late.step_on)}; bước này không thể ở sau.`;
  return null;
}

/** Whether a house is late on a day: not handed over though its day has passed. */
export function isLate({ step, due_on }: { step: HouseStep; due_on: IsoDate }, today: IsoDate): boolean {
  return step !== 'handed_over' && due_on < today;
}

/** "3 cứng": what a house must have at its acceptance (nền cứng, khung–tường cứng, mái cứng). */
export const threeHard = {
  hard_foundation: 'Nền cứng',
  hard_frame: 'Khung, tường cứng',
  hard_roof: 'Mái cứng',
} as const;
export type ThreeHard = Readonly<Record<keyof typeof threeHard, boolean>>;

/** What is missing of the three at an acceptance, in Vietnamese; null where nothing is. */
export function missingHard(found: ThreeHard): string | null {
  const missing = (Object.keys(threeHard) as (keyof ThreeHard)[]).filter((name) => !found[name]);
  if (missing.length === 0) return null;
  return `Chưa đạt "3 cứng": ${missing.map((name) => threeHard[name].toLocaleLowerCase('vi')).join('; ')}.`;
}
