import { expect, test } from 'vitest';
import { reducedSize } from '../../../renderer/records/attachments/shrink-image.ts';

test.each([
  [3000, 2000, 2048, 1365],
  [2000, 3000, 1365, 2048],
  [2048, 2048, 2048, 2048],
  [800, 600, 800, 600],
  [16_384, 1, 2048, 1],
  [10_000, 10_000, 2048, 2048],
])('%i × %i becomes %i × %i', (width, height, reducedWidth, reducedHeight) => {
  expect(reducedSize(width, height)).toEqual({ width: reducedWidth, height: reducedHeight });
});
