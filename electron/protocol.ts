import { protocol, type Session } from 'electron';
import type { PageFiles } from './page-files.ts';
import { mayLoad, nowhere, pageHost, pageScheme, schemePrivileges } from './window-options.ts';

/** Must run before the program is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([schemePrivileges]);
}

/** Serves the page under its own scheme and refuses every request to anything else. */
export function servePage(session: Session, pageFiles: PageFiles): void {
  session.protocol.handle(pageScheme, async (request) => {
    const url = new URL(request.url);
    if (url.host !== pageHost) return new Response(null, { status: 404 });
    const { status, headers, body } = await pageFiles(request.method, url.pathname);
    return new Response(Buffer.from(body), { status, headers });
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url, { developing: false }) });
  });
}

/**
 * What goes by no request of ours goes nowhere: every other connection is sent to a proxy that is not there, this
 * machine's own addresses included; and the page saves no file by itself, because files leave by the program alone,
 * which writes down who took what.
 */
export function shutIn(session: Session): void {
  void session.setProxy(nowhere);
  session.on('will-download', (event) => event.preventDefault());
}

/** No permission is ever given: the page needs none. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
}
