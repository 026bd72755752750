import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { atHomeAgain, isAtHome, startProgram } from './kit.ts';

// Second kind: how the program behaves on the shell that is here.

let program: Awaited<ReturnType<typeof startProgram>>;
beforeAll(async () => {
  program = await startProgram();
  console.error(`behaviour shown on ${program.runtime}`);
});
afterAll(() => program.end());
beforeEach(async () => {
  expect(await atHomeAgain(program.page)).toBe(true);
});

/** Runs a script of an attacker who already runs in the page. */
const attack = <T>(script: string) => program.page.evaluate<T>(script);

test.each([
  "location.href = 'https://example.com/'",
  "location.href = 'http://127.0.0.1:9/'",
  "location.href = 'file:///etc/passwd'",
  "location.replace('about:blank')",
  "location.href = 'data:text/html,<h1>x</h1>'",
  "location.href = 'javascript:document.body.remove()'",
  "location.href = './assets/'",
  "{ const a = document.createElement('a'); a.href = 'https://example.com/'; document.body.append(a); a.click(); a.remove() }",
  "{ const f = document.createElement('form'); f.action = 'https://example.com/'; document.body.append(f); f.submit(); f.remove() }",
  "{ const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0; url=https://example.com/'; document.head.append(m) }",
])('the page cannot be replaced: %s', async (script) => {
  await attack(`setTimeout(() => { ${script} }, 0)`);
  await program.page.waitForTimeout(400);
  expect(await atHomeAgain(program.page)).toBe(true);
});

test.each([
  "window.open('https://example.com/')",
  "window.open('about:blank')",
  "window.open('./index.html')",
  "{ const a = document.createElement('a'); a.href = './index.html'; a.target = '_blank'; document.body.append(a); a.click(); a.remove() }",
])('no second window opens: %s', async (script) => {
  await attack(`(() => { ${script} })()`);
  await program.page.waitForTimeout(300);
  // The shell may need a moment on a busy machine; what counts is that none stays.
  const open = () =>
    program.page
      .context()
      .pages()
      .filter((page) => !page.isClosed());
  await expect.poll(open, { timeout: 10_000 }).toHaveLength(1);
  expect(await isAtHome(program.page)).toBe(true);
});

test.each(['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/passwd', 'data:text/plain,x'])(
  'the page cannot fetch %s',
  async (address) => {
    const reached = await attack<boolean>(`fetch('${address}').then(() => true, () => false)`);
    expect(reached).toBe(false);
  },
);

test('no image, socket or beacon leaves the page', async () => {
  const results = await attack<Record<string, boolean>>(`(async () => ({
    image: await new Promise((done) => { const i = new Image(); i.onload = () => done(true); i.onerror = () => done(false); i.src = 'https://example.com/x.png'; }),
    socket: await new Promise((done) => { try { const s = new WebSocket('wss://example.com/'); s.onopen = () => done(true); s.onerror = () => done(false); } catch { done(false); } }),
    events: await new Promise((done) => { try { const s = new EventSource('https://example.com/'); s.onopen = () => done(true); s.onerror = () => { s.close(); done(false); }; } catch { done(false); } }),
  }))()`);
  expect(results).toEqual({ image: false, socket: false, events: false });
});

test('inline scripts, eval and foreign scripts do not run', async () => {
  const results = await attack<Record<string, unknown>>(`(async () => {
    const inline = document.createElement('script'); inline.textContent = 'window.hit = 1'; document.body.append(inline);
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.hit = 2">');
    const foreign = document.createElement('script'); foreign.src = 'data:text/javascript,window.hit=3'; document.body.append(foreign);
    const evaluated = await new Promise((done) => setTimeout(() => { try { done(setTimeout('window.hit = 4', 0)); } catch { done('refused'); } }, 0));
    await new Promise((done) => setTimeout(done, 300));
    return { hit: window.hit ?? null };
  })()`);
  expect(results).toEqual({ hit: null });
});

test('styles without the nonce of this load are not taken', async () => {
  const colour = await attack<string>(`(() => {
    const style = document.createElement('style'); style.textContent = 'body { color: rgb(1, 2, 3) }'; document.head.append(style);
    const shown = getComputedStyle(document.body).color; style.remove(); return shown; })()`);
  expect(colour).not.toBe('rgb(1, 2, 3)');
});

test('frames stay empty and have no door', async () => {
  for (const source of ['https://example.com/', 'about:blank', './index.html', 'data:text/html,x']) {
    const door = await attack<boolean>(`(async () => {
      const frame = document.createElement('iframe'); frame.src = '${source}'; document.body.append(frame);
      await new Promise((done) => setTimeout(done, 200));
      let door = false; try { door = 'baYen' in frame.contentWindow; } catch { door = false; }
      frame.remove(); return door; })()`);
    expect(door, source).toBe(false);
  }
  expect(await isAtHome(program.page)).toBe(true);
});

test('no permission is given', async () => {
  const states = await attack<string[]>(`Promise.all(
    ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map((name) =>
      navigator.permissions.query({ name }).then((status) => status.state, () => 'denied')))`);
  expect(states.filter((state) => state === 'granted')).toEqual([]);
  const located = await attack<boolean>(
    'new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(true), () => done(false), { timeout: 500 }))',
  );
  expect(located).toBe(false);
});

test.each([
  '/../package.json',
  '/%2e%2e/main.cjs',
  '/..%2fdata.cjs',
  '/%5c..%5cmain.cjs',
  '/once/aaaaaaaaaaaaaaaaaaaaaaaa',
])('the address %s gives nothing', async (path) => {
  const status = await attack<number>(`fetch(${JSON.stringify(path)}).then((r) => r.status, () => 0)`);
  expect([0, 404]).toContain(status);
});

test('the page has one door and nothing of Node or Electron', async () => {
  const found = await attack<unknown>(`({
    door: Object.keys(window.baYen).sort(),
    leaks: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((name) => name in window),
  })`);
  expect(found).toEqual({ door: ['call', 'onEvent'], leaks: [] });
});

test.each([
  ['__proto__', {}],
  ['constructor', {}],
  ['office.log_in', { login: 'a', password: 'b', path: '/etc/passwd' }],
  ['office.open_folder', { folder: '/etc' }],
  ['documents.address', { document_id: '../../etc/passwd' }],
  ['records.list', { kind: "household'; DROP TABLE household; --" }],
])('the call %s with %j is refused with a typed answer', async (name, input) => {
  const answer = await attack<{ ok: boolean; error?: { code: string; text: string } }>(
    `window.baYen.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`,
  );
  expect(answer.ok).toBe(false);
  expect(answer.error?.code).toMatch(/^(unknown_call|bad_input|invalid|not_signed_in)$/);
  expect(answer.error?.text).toMatch(/[àáảãạăâđêôơưọộợ]/i);
});
