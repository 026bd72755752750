import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { statfs } from 'node:fs/promises';
import { z } from 'zod';
import type { Drive } from './desktop.ts';

const run = promisify(execFile);
/** Asking the system about drives must not hang the page when a stick is broken, in ms. */
const patience = 15_000;

const blockDevice = z.object({
  mountpoints: z.array(z.string().nullable()).default([]),
  label: z.string().nullish(),
  fstype: z.string().nullish(),
  rm: z.boolean().default(false),
  ro: z.boolean().default(false),
  hotplug: z.boolean().default(false),
  tran: z.string().nullish(),
  type: z.string().nullish(),
  get children() {
    return z.array(blockDevice).optional();
  },
});
type BlockDevice = z.infer<typeof blockDevice>;
type FoundDrive = Omit<Drive, 'freeBytes' | 'totalBytes'>;

/** Mounted removable file systems in the output of `lsblk -J`; parts of a removable device are removable. */
export function parseLsblk(json: string): FoundDrive[] {
  const { blockdevices } = z.object({ blockdevices: z.array(blockDevice) }).parse(JSON.parse(json));
  const found: FoundDrive[] = [];
  const visit = (device: BlockDevice, above: boolean) => {
    const removable = above || device.rm || device.hotplug || device.tran === 'usb';
    if (removable && device.type !== 'rom') {
      for (const path of device.mountpoints) {
        if (path === null || path === '[SWAP]' || path === '/' || path.startsWith('/boot')) continue;
        const label = device.label ?? '';
        found.push({ path, label, fileSystem: device.fstype ?? '', readOnly: device.ro });
      }
    }
    for (const child of device.children ?? []) visit(child, removable);
  };
  for (const device of blockdevices) visit(device, false);
  return found;
}

async function linuxDrives(): Promise<Drive[]> {
  const columns = 'NAME,TYPE,RM,HOTPLUG,RO,TRAN,LABEL,FSTYPE,MOUNTPOINTS';
  const { stdout } = await run('lsblk', ['-J', '-b', '-o', columns], { timeout: patience });
  const drives = await Promise.all(
    parseLsblk(stdout).map(async (drive) => {
      try {
        const space = await statfs(drive.path);
        return { ...drive, freeBytes: space.bavail * space.bsize, totalBytes: space.blocks * space.bsize };
      } catch {
        return undefined; // pulled out between the two questions
      }
    }),
  );
  return drives.filter((drive) => drive !== undefined);
}

const logicalDisk = z.object({
  DeviceID: z.string(),
  VolumeName: z.string().nullable(),
  FileSystem: z.string().nullable(),
  FreeSpace: z.coerce.number().nullable(),
  Size: z.coerce.number().nullable(),
  ReadOnly: z.boolean(),
});

/** USB hard disks count as fixed for Win32_LogicalDisk, so the bus of the disk is asked as well. */
const windowsQuery = `
[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
$usb = @{}
Get-Disk -ErrorAction SilentlyContinue | Where-Object { $_.BusType -in 'USB','SD','MMC' } | ForEach-Object {
  $readOnly = [bool]$_.IsReadOnly
  $_ | Get-Partition -ErrorAction SilentlyContinue | Where-Object DriveLetter | ForEach-Object {
    $usb["$($_.DriveLetter):"] = $readOnly } }
$found = Get-CimInstance Win32_LogicalDisk | Where-Object { $_.Size -and ($_.DriveType -eq 2 -or
  ($_.DriveType -eq 3 -and $usb.ContainsKey($_.DeviceID) -and $_.DeviceID -ne $env:SystemDrive)) } |
  Select-Object DeviceID, VolumeName, FileSystem, FreeSpace, Size,
    @{ Name = 'ReadOnly'; Expression = { [bool]$usb[$_.DeviceID] } }
ConvertTo-Json -Compress -InputObject @($found)`;

/** Drives in the JSON that the Windows query prints. */
export function parseLogicalDisks(json: string): Drive[] {
  if (json.trim() === '') return [];
  return z
    .array(logicalDisk)
    .parse(JSON.parse(json))
    .map((disk) => ({
      path: `${disk.DeviceID}\\`,
      label: disk.VolumeName ?? '',
      fileSystem: disk.FileSystem ?? '',
      freeBytes: disk.FreeSpace ?? 0,
      totalBytes: disk.Size ?? 0,
      readOnly: disk.ReadOnly,
    }));
}

async function windowsDrives(): Promise<Drive[]> {
  const args = ['-NoProfile', '-NonInteractive', '-Command', windowsQuery];
  const { stdout } = await run('powershell.exe', args, { timeout: patience });
  return parseLogicalDisks(stdout);
}

/** The removable drives that are plugged in and mounted; none where the system cannot tell. */
export async function listDrives(): Promise<Drive[]> {
  try {
    return process.platform === 'win32' ? await windowsDrives() : await linuxDrives();
  } catch {
    return [];
  }
}
