import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findElectron } from '../../scripts/lib/electron-binary.ts';
import { launchElectron, type ElectronProgram } from '../browser-shell/launch-electron.ts';
import { atHomeAgain } from './kit.ts';

// Third kind: what only a real Electron can prove.

const here = findElectron() !== undefined;
const subjects = [
  'a call from a window that is not ours is refused',
  'a call from a frame inside our window is refused',
  'the page lives in a world of its own: it has no Node and cannot change its door',
  'requests of the main side’s session to anything but our scheme are cancelled',
  'the page’s peer connections reach nobody',
  'the page cannot put a file on the disk by itself',
  'a second program instance ends at once',
];
if (!here)
  for (const subject of subjects) console.error(`not proven here: ${subject} (no Electron on this machine)`);

describe('on Electron', () => {
  let program: ElectronProgram;
  const userData = mkdtempSync(join(tmpdir(), 'ba-yen-electron-'));
  beforeAll(async () => {
    if (here) program = await launchElectron({ userData });
  });
  afterAll(async () => {
    if (here) await program.close();
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  });

  test.runIf(here)('a call from a window that is not ours is refused', async () => {
    const preload = join(process.cwd(), 'dist', 'preload.cjs');
    const answer = await program.application.evaluate(async ({ BrowserWindow }, path) => {
      const foreign = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload: path } });
      await foreign.loadURL('app://ba-yen/index.html');
      const got: unknown = await foreign.webContents.executeJavaScript(
        "window.baYen.call('office.status', {})",
      );
      foreign.destroy();
      return got;
    }, preload);
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  test.runIf(here)('a call from a frame inside our window is refused, and frames have no door', async () => {
    const doors = await program.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = './index.html';
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 300));
      try {
        return frame.contentWindow !== null && 'baYen' in frame.contentWindow;
      } catch {
        return false;
      } finally {
        frame.remove();
      }
    });
    expect(doors).toBe(false);
    expect(await atHomeAgain(program.page)).toBe(true);
  });

  test.runIf(here)(
    'the page lives in a world of its own: it has no Node and cannot change its door',
    async () => {
      const seen = await program.page.evaluate(() => {
        const before = window.baYen.call;
        try {
          Object.assign(window.baYen, { call: () => 'forged' });
        } catch {
          // frozen, as it should be
        }
        const leaks = ['require', 'process', 'module', 'global'].filter((name) => name in window);
        return { same: window.baYen.call === before, leaks };
      });
      expect(seen).toEqual({ same: true, leaks: [] });
    },
  );

  test.runIf(here)('requests of the session to anything but our scheme are cancelled', async () => {
    const results = await program.application.evaluate(async ({ session }) => {
      const reach = async (address: string) => {
        try {
          await session.defaultSession.fetch(address);
          return 'reached';
        } catch (error) {
          return String(error);
        }
      };
      return [await reach('https://example.com/'), await reach('http://127.0.0.1:9/')];
    });
    expect(results[0]).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(results[1]).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  test.runIf(here)('the page’s peer connections reach nobody, by UDP or TCP', async () => {
    const heard: string[] = [];
    const udp = createSocket('udp4').on('message', () => heard.push('udp'));
    const tcp = createServer(() => heard.push('tcp'));
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
    const { port } = tcp.address() as AddressInfo;
    await program.page.evaluate(
      async ([udpPort, tcpPort]) => {
        const credentials = { username: 'u', credential: 'c' };
        const peer = new RTCPeerConnection({
          iceServers: [
            { urls: `stun:127.0.0.1:${String(udpPort)}` },
            { urls: `turn:127.0.0.1:${String(tcpPort)}?transport=tcp`, ...credentials },
          ],
        });
        peer.createDataChannel('x');
        await peer.setLocalDescription(await peer.createOffer());
        await new Promise((resolve) => setTimeout(resolve, 1500));
        peer.close();
      },
      [udp.address().port, port],
    );
    udp.close();
    tcp.close();
    expect(heard).toEqual([]);
  });

  test.runIf(here)('the page cannot put a file on the disk by itself', async () => {
    const begun = await program.application.evaluate(async ({ BrowserWindow, session }) => {
      const items: string[] = [];
      session.defaultSession.on('will-download', (event) => items.push(String(event.defaultPrevented)));
      const [window] = BrowserWindow.getAllWindows();
      await window?.webContents.executeJavaScript(`(async () => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['x'])); link.download = 'x.txt';
        document.body.append(link); link.click(); link.remove();
        await new Promise((resolve) => setTimeout(resolve, 500)); })()`);
      return items;
    });
    expect(begun).toEqual(['true']);
  });

  test.runIf(here)('a second program instance ends at once', async () => {
    await expect(launchElectron({ userData })).rejects.toThrow();
    expect(await atHomeAgain(program.page)).toBe(true);
  });
});
