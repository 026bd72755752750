import { expect, test } from 'vitest';
import { contains, isOnNetworkMount, isUncPath, parseMounts } from '../../../electron/desktop/locations.ts';

test.each([
  ['/media/usb', '/media/usb', true],
  ['/media/usb', '/media/usb/sao-luu', true],
  ['/media/usb', '/media/usb2', false],
  ['/media/usb', '/media', false],
  ['/media/usb', '/media/usb/..cache', true],
  ['/', '/srv', true],
  ['E:\\', 'E:\\Sao lưu', true],
  ['E:\\', 'e:\\sao lưu', true],
  ['E:\\', 'F:\\', false],
  ['C:\\Du lieu', 'C:\\Du lieu 2', false],
])('%s contains %s: %s', (folder, path, expected) => {
  expect(contains(folder, path)).toBe(expected);
});

test.each([
  ['\\\\may-chu\\chung', true],
  ['//may-chu/chung', true],
  ['\\\\?\\UNC\\may-chu\\chung', true],
  ['\\\\?\\C:\\Du lieu', false],
  ['C:\\Du lieu', false],
  ['/srv/data', false],
])('%s is a network path: %s', (path, expected) => {
  expect(isUncPath(path)).toBe(expected);
});

const mountinfo = [
  '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
  '40 22 0:35 / /mnt/chung rw shared:20 - cifs //may-chu/chung rw',
  '41 22 0:36 / /mnt/kho\\040chung rw - nfs4 kho:/ rw',
  '42 40 8:2 / /mnt/chung/rieng rw - ext4 /dev/sda2 rw',
  '43 22 0:40 / /home/lan/kho rw - fuse.sshfs lan@kho: rw',
].join('\n');

test.each([
  ['/srv', false],
  ['/mnt/chung', true],
  ['/mnt/chung/2023', true],
  ['/mnt/chung/rieng/2023', false],
  ['/mnt/kho chung/a', true],
  ['/mnt/chung2', false],
  ['/home/lan/kho', true],
])('%s lies on another machine: %s', (path, expected) => {
  expect(isOnNetworkMount(path, parseMounts(mountinfo))).toBe(expected);
});
