import { describe, expect, it } from 'vitest';
import { liveBindings, type KeyBinding } from '../../../renderer/app/keys.tsx';

const binding = (on: boolean, done: string[], name: string): KeyBinding => ({
  key: 'F2',
  label: 'Sửa',
  when: () => on,
  run: () => done.push(name),
});
const isOn = ({ when }: KeyBinding | undefined = binding(false, [], '')) =>
  typeof when === 'function' ? when() : when;

describe('liveBindings', () => {
  it('asks the newest binding whether it is on and lets the newest one run', () => {
    const done: string[] = [];
    const latest = { current: [binding(false, done, 'first')] };
    const [live] = liveBindings(latest);
    expect(isOn(live)).toBe(false);
    latest.current = [binding(true, done, 'second')];
    expect(isOn(live)).toBe(true);
    live?.run();
    expect(done).toEqual(['second']);
  });

  it('is off once its binding is gone', () => {
    const latest: { current: KeyBinding[] } = { current: [binding(true, [], 'first')] };
    const [live] = liveBindings(latest);
    latest.current = [];
    expect(isOn(live)).toBe(false);
  });
});
