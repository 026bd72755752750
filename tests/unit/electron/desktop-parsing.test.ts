import { expect, test } from 'vitest';
import { parseLogicalDisks, parseLsblk } from '../../../electron/desktop/drives.ts';
import { parseQueues } from '../../../electron/desktop/printers.ts';
import { freeName, safeFileName, writeFailure } from '../../../electron/desktop/save-file.ts';
import { FailureError } from '../../../shared/failure.ts';

test('Linux: mounted parts of removable devices are drives, the machine’s own disks and the boot stick are not', () => {
  const part = {
    type: 'part',
    rm: false,
    ro: false,
    hotplug: false,
    label: null,
    fstype: 'ext4',
    mountpoints: ['/data'],
  };
  const stick = { ...part, label: 'SAO LƯU', fstype: 'vfat', mountpoints: ['/media/lan/SAO LƯU'] };
  const json = JSON.stringify({
    blockdevices: [
      { ...part, type: 'disk', mountpoints: [null], children: [{ ...part, mountpoints: ['/'] }, part] },
      { ...part, type: 'disk', rm: true, tran: 'usb', mountpoints: [null], children: [stick] },
      { ...part, type: 'disk', tran: 'usb', ro: true, mountpoints: ['/mnt/hdd'] },
      { ...part, type: 'rom', rm: true, mountpoints: ['/media/cd'] },
      { ...part, type: 'disk', tran: 'usb', mountpoints: ['/', '/boot/efi'] },
    ],
  });
  expect(parseLsblk(json)).toEqual([
    { path: '/media/lan/SAO LƯU', label: 'SAO LƯU', fileSystem: 'vfat', readOnly: false },
    { path: '/mnt/hdd', label: '', fileSystem: 'ext4', readOnly: true },
  ]);
});

test('Windows: the answer of PowerShell becomes drives; nothing plugged in gives none', () => {
  const json =
    '[{"DeviceID":"E:","VolumeName":"Sao lưu","FileSystem":"FAT32","FreeSpace":"100","Size":"200","ReadOnly":false}]';
  expect(parseLogicalDisks(json)).toEqual([
    { path: 'E:\\', label: 'Sao lưu', fileSystem: 'FAT32', freeBytes: 100, totalBytes: 200, readOnly: false },
  ]);
  expect(parseLogicalDisks('[]')).toEqual([]);
  expect(parseLogicalDisks('\r\n')).toEqual([]);
});

test('queues are listed and the default one marked', () => {
  expect(parseQueues('SoGiay\nCanon_LBP\n', 'system default destination: Canon_LBP\n')).toEqual([
    { name: 'SoGiay', shown: 'SoGiay', isDefault: false },
    { name: 'Canon_LBP', shown: 'Canon_LBP', isDefault: true },
  ]);
  expect(parseQueues('', 'no system default destination')).toEqual([]);
});

test.each([
  ['register-16828.pdf', 'register-16828.pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['sổ bản Huồi Đun', 'sổ bản Huồi Đun.pdf'],
  ['a\u0000b:c|d?.PDF', 'a b c d .PDF'],
  ['...', 'van-ban.pdf'],
])('%j is saved as %j', (suggested, expected) => {
  expect(safeFileName(suggested)).toBe(expected);
});

test('a name that is free stays', () => {
  expect(freeName(import.meta.dirname, 'register.pdf')).toBe('register.pdf');
  expect(freeName(import.meta.dirname, 'gateway.test.ts')).toBe('gateway.test (2).ts');
});

test.each([
  ['ENOSPC', 'disk_full'],
  ['EROFS', 'read_only'],
  ['EIO', 'removed'],
  ['EEXIST', 'file_exists'],
])('%s while writing becomes %s', (code, expected) => {
  const failure = writeFailure(Object.assign(new Error('x'), { code }));
  expect(failure).toBeInstanceOf(FailureError);
  expect(failure).toMatchObject({ failure: { code: expected } });
});

test('an unknown error stays what it is', () => {
  const error = new Error('x');
  expect(writeFailure(error)).toBe(error);
});
