import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { inPairs, median, timed, type Bench, type Measurement } from './harness.ts';
import { logIn, newOffice } from './office.ts';

const pairs = 7;
const photosEach = 5;
const photoBytes = 5_000_000;

/** The head of a JPEG of 12 megapixels; what follows it is never decoded where the original is kept. */
const head = Buffer.from([
  0xff, 0xd8, 0xff, 0xc0, 0x00, 0x0b, 0x08, 0x0b, 0xb8, 0x0f, 0xa0, 0x01, 0x01, 0x11, 0x00,
]);

async function measure({ folder }: Bench) {
  const office = await newOffice(join(folder, 'attachment'));
  const desk = join(folder, 'desk');
  mkdirSync(desk);
  let photo = Buffer.alloc(0);
  const path = join(desk, 'photo.jpg');
  const client = await logIn(office, { files: () => [path] });
  const { id: owner_id } = await client.call('records.create', { kind: 'team', values: { name: 'Đội' } });
  /** Another photo every time: the same one twice would be one file. */
  const next = () => {
    photo = Buffer.concat([head, randomBytes(photoBytes - head.length)]);
  };
  const product = async () => {
    const times: number[] = [];
    for (let count = 0; count < photosEach; count += 1) {
      next();
      writeFileSync(path, photo);
      const [chosen] = await client.call('attachments.choose', {});
      if (!chosen) throw new Error('No file was chosen.');
      const { file } = chosen;
      const input = { owner_kind: 'team', owner_id, file, original: true, note: null } as const;
      times.push(await timed(() => client.call('attachments.add', input)));
    }
    return { value: median(times), n: photosEach };
  };
  let written = 0;
  const bare = async () => {
    const times: number[] = [];
    for (let count = 0; count < photosEach; count += 1) {
      next();
      const target = join(desk, `floor-${(written += 1)}`);
      times.push(
        await timed(() => {
          const handle = openSync(target, 'w');
          for (let from = 0; from < photo.length;) from += writeSync(handle, photo, from);
          fsyncSync(handle);
          closeSync(handle);
        }),
      );
    }
    return { value: median(times), n: photosEach };
  };
  const figures = await inPairs(pairs, product, bare);
  await client.stop();
  return { attachment_add_ms: figures.product, attachment_add_floor_ms: figures.floor };
}

/** A photo of 5 MB kept as it is, from the gateway's call with its token to the durable answer. */
export const attachment: Measurement = {
  name: 'attachment',
  keys: ['attachment_add_ms', 'attachment_add_floor_ms'],
  run: measure,
};
