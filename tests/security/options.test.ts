import { expect, test } from 'vitest';
import {
  isOwnAddress,
  isPage,
  mayLoad,
  nowhere,
  peerPolicy,
  schemePrivileges,
  windowOptions,
} from '../../electron/window-options.ts';

// First kind: what Electron is told. That it does as told is its own matter.

test('the window gets no Node, no Electron, no webview, and a sandbox', () => {
  expect(windowOptions('/p/preload.cjs', '/p/icon.png').webPreferences).toMatchObject({
    preload: '/p/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    devTools: false,
  });
});

test('the window’s content is 1366×768 when it opens', () => {
  expect(windowOptions('', '')).toMatchObject({ useContentSize: true, width: 1366, height: 768 });
});

test('the page’s scheme is standard and secure and may not go round its policy', () => {
  expect(schemePrivileges.privileges).toMatchObject({ standard: true, secure: true });
  expect(schemePrivileges.privileges).not.toHaveProperty('bypassCSP');
  expect(schemePrivileges.privileges).not.toHaveProperty('allowServiceWorkers');
});

test.each([
  ['app://ba-yen/index.html', true, true],
  ['app://ba-yen/index.html#/so', true, true],
  ['app://ba-yen/', true, true],
  ['app://ba-yen/once/aaaaaaaaaaaaaaaaaaaaaaaa', true, false],
  ['app://ba-yen.evil/index.html', false, false],
  ['app://evil/index.html', false, false],
  ['app://user@ba-yen/index.html', false, false],
  ['app://ba-yen:81/index.html', false, false],
  ['https://ba-yen/index.html', false, false],
  ['file:///etc/passwd', false, false],
  ['about:blank', false, false],
  ['not an address', false, false],
])('%s is our own: %s, and the page: %s', (address, own, page) => {
  expect(isOwnAddress(address)).toBe(own);
  expect(isPage(address)).toBe(page);
});

test.each([
  ['app://ba-yen/assets/a.js', true],
  ['blob:app://ba-yen/123', true],
  ['data:image/png;base64,AA', true],
  ['blob:https://evil/123', false],
  ['http://localhost/', false],
  ['https://example.com/', false],
  ['ws://127.0.0.1/', false],
  ['file:///etc/passwd', false],
  ['ftp://example.com/', false],
  ['devtools://devtools/bundled/a.html', false],
])('a request to %s goes through: %s', (address, expected) => {
  expect(mayLoad(address, { developing: false })).toBe(expected);
});

test('what goes past the list of requests has nowhere to go', () => {
  expect(peerPolicy).toBe('disable_non_proxied_udp');
  expect(nowhere).toEqual({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
});
