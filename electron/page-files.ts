import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

/** What both shells answer to a request of the page. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

export interface PageFilesOptions {
  /** The folder with the built page. */
  readonly folder: string;
  /** Gives the bytes behind a one-time address, once; undefined for an address that is none (any more). */
  readonly openOnce: (token: string) => Promise<{ bytes: Uint8Array; contentType: string } | undefined>;
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** The page's policy: its own files only, no inline script, styles by the nonce of this load. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

function headersFor(contentType: string, nonce: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

function refuse(status: number): PageAnswer {
  return { status, headers: headersFor('text/plain; charset=utf-8', 'none'), body: new Uint8Array() };
}

/** The file that a path names, or undefined where it would leave the folder or is malformed. */
export function fileInside(folder: string, pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').includes('..')) return undefined;
  const file = resolve(join(folder, decoded));
  return file.startsWith(resolve(folder) + sep) ? file : undefined;
}

/**
 * Serves the built page and the one-time documents: GET only, never outside the folder, the same headers in
 * Electron and in the browser shell. The page's style nonce is new with every load and stands where
 * index.html has `__NONCE__`.
 */
export function createPageFiles(options: PageFilesOptions) {
  return async (method: string, pathname: string): Promise<PageAnswer> => {
    if (method !== 'GET') return refuse(405);
    const once = /^\/once\/([A-Za-z0-9_-]{16,64})$/.exec(pathname)?.[1];
    if (once !== undefined) {
      const document = await options.openOnce(once);
      if (!document) return refuse(404);
      return { status: 200, headers: headersFor(document.contentType, 'none'), body: document.bytes };
    }
    const file = fileInside(options.folder, pathname === '/' ? '/index.html' : pathname);
    const contentType = file && contentTypes[extname(file)];
    if (!file || !contentType) return refuse(404);
    const nonce = randomBytes(18).toString('base64url');
    try {
      const bytes = await readFile(file);
      const body =
        extname(file) === '.html'
          ? Buffer.from(bytes.toString('utf8').replaceAll('__NONCE__', nonce))
          : bytes;
      return { status: 200, headers: headersFor(contentType, nonce), body };
    } catch {
      return refuse(404);
    }
  };
}

export type PageFiles = ReturnType<typeof createPageFiles>;
