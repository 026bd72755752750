import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, posix, win32 } from 'node:path';
import { promisify } from 'node:util';
import { listDrives } from './drives.ts';

/** Where a folder lies, as far as it matters for a live database. */
export type Location = 'fixed' | 'removable' | 'network';

/** File systems of other machines, as Linux names them. */
const networkFileSystems =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|ncpfs|9p|ceph|glusterfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|glusterfs))$/;

/** Whether `path` is `folder` or lies below it, by the rules of the path's own system. */
export function contains(folder: string, path: string): boolean {
  const windows = /^([A-Za-z]:|\\\\)/.test(folder);
  const rules = windows ? win32 : posix;
  const way = rules.relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${rules.sep}`) && !rules.isAbsolute(way));
}

/** A path of the form \\server\share, or \\?\UNC\server\share: on another machine, whatever the system says. */
export function isUncPath(path: string): boolean {
  const plain = path.replaceAll('/', '\\');
  if (/^\\\\\?\\unc\\/i.test(plain)) return true;
  return /^\\\\[^\\]/.test(plain) && !/^\\\\[?.]\\/.test(plain);
}

/** One line of /proc/self/mountinfo that matters: where, and which file system. */
export interface Mount {
  readonly point: string;
  readonly fileSystem: string;
}

/** Reads Linux' list of mounts; octal escapes (`\040` for a blank) become the sign itself. */
export function parseMounts(mountinfo: string): Mount[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [before, after] = line.split(' - ');
    const point = before?.split(' ')[4];
    const fileSystem = after?.split(' ')[0];
    if (!point || !fileSystem) return [];
    const plain = point.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
    return [{ point: plain, fileSystem }];
  });
}

/** Whether the deepest mount that holds the path is a file system of another machine. */
export function isOnNetworkMount(path: string, mounts: readonly Mount[]): boolean {
  const holding = mounts.filter((mount) => contains(mount.point, path));
  const deepest = holding.reduce<Mount | undefined>(
    (best, mount) => (!best || mount.point.length >= best.point.length ? mount : best),
    undefined,
  );
  return deepest !== undefined && networkFileSystems.test(deepest.fileSystem);
}

const run = promisify(execFile);

async function isMappedNetworkDrive(path: string): Promise<boolean> {
  const drive = /^[A-Za-z]:/.exec(path)?.[0];
  if (!drive) return false;
  const query = `(Get-CimInstance Win32_LogicalDisk -Filter "DeviceID='${drive}'").DriveType`;
  const { stdout } = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', query]);
  return stdout.trim() === '4';
}

/** The path with links resolved, as far as its folders exist. */
function resolved(path: string): string {
  let existing = path;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    return realpathSync(existing) + path.slice(existing.length);
  } catch {
    return path;
  }
}

/**
 * Where a folder, which need not exist yet, really lies: a network path or mapped network drive, a removable
 * drive, or a fixed disk of this machine. Asks the system; takes up to a second or two on Windows.
 */
export async function locate(path: string): Promise<Location> {
  if (isUncPath(path)) return 'network';
  const real = resolved(path);
  if (isUncPath(real)) return 'network';
  if (process.platform === 'win32') {
    if (await isMappedNetworkDrive(real)) return 'network';
  } else if (process.platform === 'linux') {
    if (isOnNetworkMount(real, parseMounts(await readFile('/proc/self/mountinfo', 'utf8')))) return 'network';
  }
  const drives = await listDrives();
  return drives.some((drive) => contains(drive.path, real)) ? 'removable' : 'fixed';
}
