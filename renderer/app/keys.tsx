import {
  createContext,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';

/** A key that does something on the page that is shown. */
export interface KeyBinding {
  /** `F2`, `Ctrl+K`, `Ctrl+Enter`, `Alt+ArrowLeft`, `Escape` … */
  readonly key: string;
  /** Vietnamese, as the bottom line and F1 name it. */
  readonly label: string;
  readonly run: () => void;
  /** Off while false. */
  readonly when?: boolean | (() => boolean);
  /** Works and is listed on F1, but takes no room in the bottom line. */
  readonly quiet?: boolean;
}

interface Registry {
  readonly set: (owner: string, bindings: readonly KeyBinding[]) => void;
  readonly remove: (owner: string) => void;
}

const RegistryContext = createContext<Registry | null>(null);
const ShownContext = createContext<readonly KeyBinding[]>([]);

const isOn = ({ when }: KeyBinding): boolean => (typeof when === 'function' ? when() : when !== false);

/** The name of a key press as bindings write it; null for keys of an input method in the middle of its work. */
export function keyName(event: KeyboardEvent): string | null {
  if (event.isComposing || event.keyCode === 229 || event.keyCode === 231) return null;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const withModifier = event.ctrlKey || event.altKey;
  const name = withModifier && letter ? letter : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (['CONTROL', 'SHIFT', 'ALT', 'META'].includes(name.toUpperCase())) return null;
  const parts = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', name];
  const full = parts.filter(Boolean).join('+');
  return full === 'Alt+Z' ? null : full;
}

/** Holds the keys that work right now; the page's own come before the frame's. */
export function KeysProvider({
  children,
  enabled,
}: {
  readonly children: ReactNode;
  /** False while locked. */
  readonly enabled: boolean;
}) {
  const owners = useRef(new Map<string, readonly KeyBinding[]>());
  const [shown, setShown] = useState<readonly KeyBinding[]>([]);
  const registry = useMemo<Registry>(() => {
    const publish = () => setShown([...owners.current.values()].reverse().flat());
    return {
      set: (owner, bindings) => {
        owners.current.set(owner, bindings);
        publish();
      },
      remove: (owner) => {
        owners.current.delete(owner);
        publish();
      },
    };
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!enabled || event.defaultPrevented) return;
      const name = keyName(event);
      const all = [...owners.current.values()].reverse().flat();
      const binding = name && all.find((one) => one.key === name && isOn(one));
      if (!binding) return;
      event.preventDefault();
      binding.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
  return (
    <RegistryContext value={registry}>
      <ShownContext value={shown}>{children}</ShownContext>
    </RegistryContext>
  );
}

/** Whether keys go into a text right now: there "/" is a sign and Ctrl+Z takes back letters. */
export function isTyping(): boolean {
  const at = document.activeElement;
  if (at instanceof HTMLInputElement) return at.type !== 'checkbox' && at.type !== 'radio';
  return at instanceof HTMLTextAreaElement;
}

const signature = (bindings: readonly KeyBinding[]): string =>
  bindings.map((one) => `${one.key}|${one.label}|${isOn(one)}|${one.quiet ?? false}`).join('\n');

/** Bindings that ask the newest ones whether they are on and what they do: `latest` is read at every key press. */
export function liveBindings(latest: { readonly current: readonly KeyBinding[] }): KeyBinding[] {
  return latest.current.map((binding, index) => ({
    ...binding,
    run: () => latest.current[index]?.run(),
    when: () => {
      const newest = latest.current[index];
      return newest !== undefined && isOn(newest);
    },
  }));
}

/** Makes keys work as long as the component is mounted; their newest `run` and `when` are the ones that count. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const registry = useContext(RegistryContext);
  const owner = useId();
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  const shape = signature(bindings);
  useEffect(() => {
    registry?.set(owner, liveBindings(latest));
  }, [registry, owner, shape]);
  useEffect(() => () => registry?.remove(owner), [registry, owner]);
}

/** The keys that work right now, the page's own first; of two bindings of one key the one that it obeys. */
export function useActiveKeys(): readonly KeyBinding[] {
  const on = useContext(ShownContext).filter(isOn);
  return on.filter(({ key }, index) => on.findIndex((one) => one.key === key) === index);
}

const words: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ' ': 'Dấu cách',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** A key's name as it stands on the keyboard. */
export function shownKey(key: string): string {
  return key
    .split('+')
    .map((part) => words[part] ?? part)
    .join('+');
}
