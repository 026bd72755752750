import { fold } from '../vietnamese/fold.ts';

const refusal = /(^|[^a-z])tu choi|khong (chiu|dong y|chap nhan) ky/;

/** Whether a text speaks of refusing to sign: the office writes down that a household has not signed, no more. */
export function speaksOfRefusal(text: string): boolean {
  return refusal.test(fold(text));
}

/** Told under the field of such a text. */
export const noRefusal = 'Chỉ ghi "chưa ký"; không ghi việc từ chối ở bất cứ đâu.';
