import { describe, expect, test } from 'vitest';
import { imageSize, sniffMediaType } from '../../../shared/attachments/image-header.ts';
import {
  isToReduce,
  mostBytes,
  requireByteCount,
  requireIntake,
} from '../../../shared/attachments/intake.ts';
import { intakeWarnings, mayReadAttachments } from '../../../shared/attachments/kinds.ts';
import { toFailure } from '../../../shared/failure.ts';
import { exif, jpegHead, pdf, png, webpHead } from './samples.ts';

const refusal = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return toFailure(error);
  }
  throw new Error('should have failed');
};

describe('the type by the bytes', () => {
  test.each([
    ['image/jpeg', jpegHead(10, 10)],
    ['image/png', png(2, 2)],
    ['image/webp', webpHead('VP8 ', 10, 10)],
    ['application/pdf', pdf()],
  ])('%s', (type, bytes) => {
    expect(sniffMediaType(bytes)).toBe(type);
    expect(requireIntake(bytes).mediaType).toBe(type);
  });

  test.each([
    ['a program', Buffer.from('MZ\u0090\0\u0003\0\0\0', 'latin1')],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['a zip', Buffer.from('PK\u0003\u0004')],
    ['a PDF that does not begin as one', Buffer.concat([Buffer.from('MZ'), pdf()])],
    ['the start of a JPEG', Buffer.from([0xff, 0xd8])],
    ['one byte', Buffer.from([0x89])],
  ])('%s is refused, whatever it is called', (_what, bytes) => {
    expect(sniffMediaType(bytes)).toBeNull();
    expect(refusal(() => requireIntake(bytes))).toMatchObject({ code: 'invalid' });
  });

  test('an empty file and one over 50 MB are refused with their size', () => {
    expect(refusal(() => requireIntake(Buffer.alloc(0))).text).toContain('rỗng');
    expect(refusal(() => requireByteCount(200 * 1024 * 1024)).text).toContain('200 MB');
    expect(refusal(() => requireByteCount(mostBytes + 1)).code).toBe('invalid');
    expect(() => requireByteCount(mostBytes)).not.toThrow();
  });
});

describe('the size by the header', () => {
  test.each([
    ['JPEG', jpegHead(4000, 3000)],
    ['PNG', png(4000, 3000, { empty: true })],
    ['WebP, lossy', webpHead('VP8 ', 4000, 3000)],
    ['WebP, lossless', webpHead('VP8L', 4000, 3000)],
    ['WebP, extended', webpHead('VP8X', 4000, 3000)],
  ])('of a %s', (_what, bytes) => {
    expect(requireIntake(bytes).size).toEqual({ width: 4000, height: 3000 });
    expect(isToReduce(requireIntake(bytes))).toBe(true);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'a JPEG of orientation %i is as high as it is looked at',
    (orientation) => {
      const turned = orientation >= 5;
      for (const little of [false, true]) {
        const bytes = jpegHead(400, 300, [exif(orientation, little)]);
        expect(imageSize(bytes, 'image/jpeg')).toEqual(
          turned ? { width: 300, height: 400 } : { width: 400, height: 300 },
        );
      }
    },
  );

  test('a nonsense EXIF block turns nothing and is walked past', () => {
    const wild = exif(6);
    wild.writeUInt32BE(0xfffffff0, 14);
    expect(imageSize(jpegHead(400, 300, [wild]), 'image/jpeg')).toEqual({ width: 400, height: 300 });
  });

  test.each([
    ['30.000 × 30.000 pixels', png(30_000, 30_000, { empty: true }), '30.000 × 30.000'],
    ['one side over 16.384', jpegHead(16_385, 10), '16.385'],
    ['more than 100 megapixels', webpHead('VP8X', 12_000, 12_000), '100 triệu'],
    ['no height', jpegHead(100, 0), 'hỏng'],
    ['a header cut short', png(100, 100).subarray(0, 18), 'hỏng'],
    ['a JPEG whose lengths lead beyond its end', jpegHead(100, 100).subarray(0, 22), 'hỏng'],
    ['a PNG without its first chunk', Buffer.concat([png(1, 1).subarray(0, 8), Buffer.alloc(40)]), 'hỏng'],
  ])('%s is refused without decoding', (_what, bytes, word) => {
    const { code, text } = refusal(() => requireIntake(bytes));
    expect([code, text]).toEqual(['invalid', expect.stringContaining(word)]);
  });

  test('every beginning of a file gives a size or none, never an exception or an endless walk', () => {
    const files = [
      jpegHead(400, 300, [exif(6)]),
      png(20, 20),
      webpHead('VP8L', 9, 9),
      webpHead('VP8X', 9, 9),
    ];
    for (const file of files)
      for (let length = 0; length <= Math.min(file.length, 400); length += 1) {
        const bytes = file.subarray(0, length);
        const type = sniffMediaType(bytes);
        const size = type && imageSize(bytes, type);
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true);
      }
  });
});

test('minutes of a forum are for those who answer, and the clerk is told so; no kind takes identity papers', () => {
  for (const kind of ['forum', 'opinion']) {
    expect(mayReadAttachments(kind, 'viewer')).toBe(false);
    for (const role of ['administrator', 'clerk', 'commander'] as const)
      expect(mayReadAttachments(kind, role)).toBe(true);
    expect(intakeWarnings(kind)).toHaveLength(2);
  }
  expect(mayReadAttachments('launch_session', 'viewer')).toBe(true);
  expect(intakeWarnings('launch_session').join()).toContain('căn cước');
});
