import type { BrowserWindowConstructorOptions } from 'electron';

/** The page's own scheme and host; everything else is foreign. */
export const pageScheme = 'app';
export const pageHost = 'ba-yen';
export const pageAddress = `${pageScheme}://${pageHost}/index.html`;

/** Whether an address belongs to the page's own origin. */
export function isOwnAddress(address: string): boolean {
  try {
    const url = new URL(address);
    // Node gives such schemes no `origin`, so its parts are compared.
    return url.protocol === `${pageScheme}:` && url.host === pageHost && url.username === '';
  } catch {
    return false;
  }
}

/** Whether an address is the page itself, whatever its query or fragment. */
export function isPage(address: string): boolean {
  return isOwnAddress(address) && ['/', '/index.html'].includes(new URL(address).pathname);
}

/** What a scheme for the page may do. */
export const schemePrivileges = {
  scheme: pageScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const;

/** Whether the window may load an address at all: only the page's own scheme (and images made in the page). */
export function mayLoad(address: string, options: { developing: boolean }): boolean {
  if (isOwnAddress(address)) return true;
  if (address.startsWith(`blob:${pageScheme}://${pageHost}/`) || address.startsWith('data:')) return true;
  return options.developing && address.startsWith('devtools:');
}

/** A proxy that nobody serves, for what Chromium sends past its list of requests (peer connections by TCP). */
export const nowhere = {
  mode: 'fixed_servers',
  proxyRules: '127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const;

/** Peer connections by UDP pass by every list of requests; this policy ends them. */
export const peerPolicy = 'disable_non_proxied_udp';

/** The window's options: small screens in mind, and nothing of Node or Electron inside the page. */
export function windowOptions(preload: string, icon: string): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    useContentSize: true,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    icon,
    webPreferences: {
      preload,
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
      enableWebSQL: false,
      spellcheck: false,
      devTools: false,
      zoomFactor: 1,
      disableDialogs: true,
    },
  };
}
